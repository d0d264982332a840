using Ledstjarna.App.Recording;
using Ledstjarna.App.Words;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.FollowUps;

/// <summary>A report as it stands in the form: what is kept, or what was just typed.</summary>
/// <param name="Report">What it says.</param>
/// <param name="Typed">The figures' boxes as typed. Empty: as they stand.</param>
/// <param name="Figures">The figures that are other than when the form was opened.</param>
/// <param name="Errors">Sentences by box.</param>
public sealed record ReportForm(
    Report Report,
    IReadOnlyDictionary<string, string> Typed,
    IReadOnlyList<NewFigure> Figures,
    IReadOnlyDictionary<string, string> Errors
)
{
    public const int EffectRows = 3;

    /// <summary>The choice that agrees with the computed status.</summary>
    public const string Agree = "instammer";

    private const int LongestReason = 1000;

    /// <summary>The form as it is opened: what is kept, or else the facts that the figures say, to write on from.</summary>
    public static ReportForm Opened(Request request, RequestScope scope)
    {
        var facts = scope.Indicators.Select(i => FollowUpWords.Fact(scope.Situation, i)).OfType<string>().ToList();
        var report =
            request.Report.IsEmpty && facts.Count > 0
                ? request.Report with
                {
                    Comment = string.Join('\n', facts.Select(f => $"- {f}")),
                }
                : request.Report;
        return new ReportForm(report, new Dictionary<string, string>(), [], new Dictionary<string, string>());
    }

    public static string StatusName(ToJudge judged, Axis axis) => $"s.{judged.Subject}.{judged.Of}.{axis}";

    public static string ReasonName(ToJudge judged, Axis axis) => $"w.{judged.Subject}.{judged.Of}.{axis}";

    /// <summary>What is chosen of something on an axis. Null: nothing yet.</summary>
    public ReportedStatus? Said(ToJudge judged, Axis axis) =>
        Report.Statuses.FirstOrDefault(s => (s.Subject, s.Of, s.Axis) == (judged.Subject, judged.Of, axis));

    public static ReportForm Read(IFormCollection form, RequestScope scope, IReadOnlyList<FigureAsk> asks, bool isDone)
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        var typed = form.ToDictionary(
            f => f.Key,
            f => f.Value.ToString().Replace("\0", "", StringComparison.Ordinal),
            StringComparer.Ordinal
        );
        var figures = ReadFigures(typed, asks, errors).ToList();
        var report = new Report
        {
            Statuses = [.. Statuses(typed, scope, errors, isDone)],
            Comment = Text("kommentar"),
            Analysis = Text("analys"),
            Measures = Text("atgarder"),
            Effects = [.. Effects(typed, errors)],
        };
        return new ReportForm(report, typed, figures, errors);

        string? Text(string name)
        {
            var text = typed.GetValueOrDefault(name, "").ReplaceLineEndings("\n").Trim();
            if (text.Length > Report.LongestText)
            {
                errors[name] = $"Texten är för lång. Skriv högst {Swedish.Number(Report.LongestText)} tecken.";
            }

            return text.Length == 0 ? null : text;
        }
    }

    private static IEnumerable<NewFigure> ReadFigures(
        Dictionary<string, string> typed,
        IReadOnlyList<FigureAsk> asks,
        Dictionary<string, string> errors
    )
    {
        foreach (var ask in asks.Where(a => a.Period is not null && typed.ContainsKey(a.Name)))
        {
            var opened = FigureInput.ReadOpened(typed.GetValueOrDefault(ask.OpenedName));
            var (value, missing, error) = FigureInput.Meaning(
                typed[ask.Name],
                typed.GetValueOrDefault(ask.ReasonName),
                opened,
                isTotal: true
            );
            if (error is not null)
            {
                errors[ask.Name] = error;
                continue;
            }

            var meant = ask.Now with
            {
                Value = value,
                Missing = missing,
                ExpectedOn = missing is null or MissingReason.Withdrawn
                    ? null
                    : FigureInput.Expected(typed.GetValueOrDefault(ask.ExpectedName), ask.ExpectedName, errors),
            };
            if (!meant.SaysTheSameAs(opened))
            {
                yield return new NewFigure(new FigureKey(ask.Indicator.Id, ask.Period!.Value, Breakdown.Total), meant, opened);
            }
        }
    }

    private static IEnumerable<ReportedStatus> Statuses(
        Dictionary<string, string> typed,
        RequestScope scope,
        Dictionary<string, string> errors,
        bool isDone
    )
    {
        foreach (var judged in scope.Judged)
        {
            foreach (var axis in Enum.GetValues<Axis>())
            {
                var choice = typed.GetValueOrDefault(StatusName(judged, axis), "");
                if (judged.On(axis) is not { } layers || choice.Length == 0)
                {
                    continue;
                }

                var status = Enum.TryParse<Status>(choice, out var s) && Enum.IsDefined(s) ? s : (Status?)null;
                var reason = typed.GetValueOrDefault(ReasonName(judged, axis), "").Trim();
                if (reason.Length > LongestReason)
                {
                    errors[ReasonName(judged, axis)] = $"Skälet är för långt. Skriv högst {Swedish.Number(LongestReason)} tecken.";
                    reason = reason[..LongestReason];
                }

                if (isDone && status is not null && status != layers.Computed && reason.Length == 0)
                {
                    errors[ReasonName(judged, axis)] = "Skriv varför du bedömer det så. Det visas bredvid den beräknade statusen.";
                }

                yield return new ReportedStatus(judged.Subject, judged.Of, axis, status, reason.Length == 0 ? null : reason);
            }
        }
    }

    private static IEnumerable<ReportedEffect> Effects(Dictionary<string, string> typed, Dictionary<string, string> errors)
    {
        for (var i = 0; i < EffectRows; i++)
        {
            var group = typed.GetValueOrDefault($"grupp.{i}", "").Trim();
            var text = typed.GetValueOrDefault($"effekttext.{i}", "").Trim();
            if (group.Length == 0 && text.Length == 0)
            {
                continue;
            }

            if (group.Length is 0 or > 100)
            {
                errors[$"grupp.{i}"] = group.Length == 0 ? "Skriv vilken grupp det gäller." : "Skriv gruppens namn kortare.";
            }

            var effect =
                Enum.TryParse<GroupEffect>(typed.GetValueOrDefault($"effekt.{i}"), out var e) && Enum.IsDefined(e) ? e : GroupEffect.Same;
            yield return new ReportedEffect(group, effect, text.Length == 0 ? null : text[..Math.Min(text.Length, 1000)]);
        }
    }
}
