using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Organisations;

namespace Ledstjarna.App.Doors.Web;

/// <summary>Someone in an organisation, whether or not there are goals on any day: who, with what is steered by.</summary>
/// <param name="Actor">Who, with which rights.</param>
/// <param name="Record">All that is steered by.</param>
/// <param name="Today">The day it is, where the server is.</param>
public record Place(Actor Actor, SteeringRecord Record, DateOnly Today)
{
    public Organisation Organisation => Record.Organisation;

    /// <summary>The day that links keep; null when the visitor chose none.</summary>
    protected virtual DateOnly? KeptDate => null;

    /// <summary>An address within the organisation, on the same day.</summary>
    /// <param name="path">Below the organisation's own, without a slash first; empty for its first page.</param>
    /// <param name="query">More of the address, as name=value; already encoded.</param>
    public string Url(string path, string query = "")
    {
        var date = KeptDate is { } day ? $"datum={Words.Swedish.Date(day)}" : "";
        var all = string.Join('&', new[] { date, query }.Where(q => q.Length > 0));
        var address = path.Length == 0 ? $"/{Organisation.Slug}" : $"/{Organisation.Slug}/{path}";
        return all.Length == 0 ? address : $"{address}?{all}";
    }

    /// <summary>The same, with links to another day; null: to the day that pages show when none is chosen.</summary>
    public Place On(DateOnly? day) => new PlaceOn(this, day);

    private sealed record PlaceOn(Place Place, DateOnly? Day) : Place(Place.Actor, Place.Record, Place.Today)
    {
        protected override DateOnly? KeptDate => Day;
    }
}

/// <summary>Someone at a page that shows the goals as they stood on a day.</summary>
/// <param name="Actor">Who, with which rights.</param>
/// <param name="Situation">How all goals stand on the day.</param>
/// <param name="IsDateChosen">Whether the visitor chose the day; links then keep it.</param>
/// <param name="Today">The day it is, where the server is.</param>
public sealed record Visit(Actor Actor, Situation Situation, bool IsDateChosen, DateOnly Today) : Place(Actor, Situation.Record, Today)
{
    protected override DateOnly? KeptDate => IsDateChosen ? Situation.CutOff : null;
}
