using Ledstjarna.App.Words;
using Ledstjarna.Domain.Memos;

namespace Ledstjarna.App.Features.Memos;

/// <summary>Templates' lines as people read and write them: "Bakgrund = bakgrund".</summary>
internal static class MemoWords
{
    public static string Name(MemoSource source) =>
        source switch
        {
            MemoSource.Nothing => "inget",
            MemoSource.Proposal => "förslag till beslut",
            MemoSource.Summary => "sammanfattning",
            MemoSource.Background => "bakgrund",
            MemoSource.Consequences => "konsekvenser",
            MemoSource.Consultation => "samråd",
            MemoSource.Goals => "politiska mål",
            MemoSource.Decisions => "beslut i ärendet",
            MemoSource.Convention => "barnkonventionen",
            MemoSource.Agenda2030 => "Agenda 2030",
            MemoSource.FollowUp => "uppföljning",
            MemoSource.OverallView => "helhetsbedömning",
            _ => "handlingar",
        };

    /// <summary>A stored line as it is shown.</summary>
    public static string Shown(string line) =>
        TemplateSection.Parse(line) is { } part
            ? $"{(part.Level > 1 ? "> " : "")}{(part.IsNumbered ? "# " : "")}{part.Heading}{(part.Source == MemoSource.Nothing ? "" : $" = {Name(part.Source)}")}"
            : line;

    /// <summary>A typed line as it is stored; as it was typed where what it is filled with is not known, for the domain to refuse.</summary>
    public static string Stored(string typed)
    {
        var at = typed.LastIndexOf('=');
        if (at < 0)
        {
            return typed;
        }

        var wanted = typed[(at + 1)..].Trim();
        foreach (var source in Enum.GetValues<MemoSource>())
        {
            if (string.Equals(Name(source), wanted, StringComparison.OrdinalIgnoreCase))
            {
                return $"{typed[..at].Trim()} = {source}";
            }
        }

        return $"{typed[..at].Trim()} = ?{Swedish.Capital(wanted)}";
    }
}
