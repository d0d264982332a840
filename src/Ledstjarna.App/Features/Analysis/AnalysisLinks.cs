using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Features.Editing;
using Ledstjarna.App.Words;
using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.App.Features.Analysis;

/// <summary>Addresses of joint analyses, for other features.</summary>
public static class AnalysisLinks
{
    public static string Analysis(Place place, FollowUp followUp) => $"/{place.Organisation.Slug}/{Path(followUp)}";

    /// <summary>The same for a projector, one picture at a time.</summary>
    internal static string Meeting(Place place, FollowUp followUp, int picture = 0) =>
        $"{Analysis(place, followUp)}?visning=mote" + (picture == 0 ? "" : $"&bild={picture}");

    internal static string Path(FollowUp followUp) => $"uppfoljningar/{Swedish.Date(followUp.CutOff)}/analys";

    internal static string Fulfil(Place place, FollowUp followUp, Proposal proposal) =>
        $"{Analysis(place, followUp)}/{proposal.Id.Value}/blir";

    /// <summary>The form of a new proposal, with the unit's words in it where it comes from a report.</summary>
    internal static string Propose(Place place, FollowUp followUp, MeasureSaid? said = null)
    {
        var given = $"followUp={followUp.Id.Value}";
        if (said is not null)
        {
            var text = Uri.EscapeDataString(said.Text);
            given += $"&goal={said.Goal.Id.Value}&unit={said.Unit.Value}&text={text}&source={text}&sourceUnit={said.Unit.Value}";
        }

        return EditingLinks.New(place, ProposalEditor.KindKey, given);
    }
}
