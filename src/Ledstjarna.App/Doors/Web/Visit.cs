using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Organisations;

namespace Ledstjarna.App.Doors.Web;

/// <summary>Someone at a page: who, in which organisation, seeing the goals as they stood on which day.</summary>
/// <param name="Actor">Who, with which rights.</param>
/// <param name="Situation">How all goals stand on the day.</param>
/// <param name="IsDateChosen">Whether the visitor chose the day; links then keep it.</param>
public sealed record Visit(Actor Actor, Situation Situation, bool IsDateChosen)
{
    public SteeringRecord Record => Situation.Record;

    public Organisation Organisation => Record.Organisation;

    /// <summary>An address within the organisation, on the same day.</summary>
    /// <param name="path">Below the organisation's own, without a slash first; empty for its first page.</param>
    /// <param name="query">More of the address, as name=value; already encoded.</param>
    public string Url(string path, string query = "")
    {
        var date = IsDateChosen ? $"datum={Words.Swedish.Date(Situation.CutOff)}" : "";
        var all = string.Join('&', new[] { date, query }.Where(q => q.Length > 0));
        var address = path.Length == 0 ? $"/{Organisation.Slug}" : $"/{Organisation.Slug}/{path}";
        return all.Length == 0 ? address : $"{address}?{all}";
    }
}
