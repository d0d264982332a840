using Ledstjarna.Domain;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.App.Features.Demo;

internal sealed partial class DemoBuilder
{
    private const string OwnFollowUp = "Enligt enhetens egen uppföljning.";

    /// <summary>The day on which units had told how it stood.</summary>
    private static DateOnly Told(DateOnly cutOff) => cutOff.AddDays(20);

    private static FollowUpId FollowUpIdOf(DateOnly cutOff) => new(Guid($"follow-up/{cutOff:yyyy-MM-dd}"));

    private void AddFollowUps()
    {
        foreach (var (row, i) in _examples.FollowUps.Select((f, i) => (f, i)))
        {
            var level = _examples.Levels.Single(l => l.Id == row.Level);
            _rows.Add(
                new FollowUp
                {
                    OrganisationId = Organisation,
                    Id = FollowUpIdOf(row.CutOff),
                    Kind = row.Kind,
                    CutOff = row.CutOff,
                    KnownAt = row.KnownAt ?? _today.AddDays(45),
                    Horizon = row.Horizon,
                    State = row.Decision is null ? FollowUpState.Open : FollowUpState.Published,
                    IsExample = true,
                    StructureId = StructureIdOf(level.Structure),
                    LevelId = LevelIdOf(level.Id),
                    PrincipleId = PrincipleIdOf(_examples.Structures.Single(s => s.Id == level.Structure).Principle),
                    ExpertsBy = row.ExpertsBy ?? _today.AddDays(14),
                    UnitsBy = row.UnitsBy ?? _today.AddDays(21),
                    BoardBy = row.BoardBy ?? _today.AddDays(40),
                    RemindDaysBefore = 5,
                    DecisionId = DecisionOf(row.Decision),
                }
            );
            AddOwnJudgements(row, i);
        }

        foreach (var (row, i) in _examples.Judgements.Select((j, i) => (j, i)))
        {
            AddJudgement(
                row.FollowUp,
                row.Axis,
                row.Layer,
                row.Subject,
                row.Of,
                row.Status,
                row.Reason,
                row.By,
                row.On,
                $"{i}",
                row.Decision,
                !row.IsReal
            );
        }
    }

    /// <summary>Units follow up their own goals: here nothing lies under them to compute from, and the status is what the unit says.</summary>
    private void AddOwnJudgements(DemoExamples.FollowUpRow followUp, int i)
    {
        var own = _examples
            .CommitteeGoals.Select(g => (g.Number, g.Unit, g.Status))
            .Concat(_examples.InternalGoals.Select(g => (g.Number, Unit: "KLK", g.Status)));
        foreach (var (number, unit, statuses) in own)
        {
            if (statuses[i] is not { } status)
            {
                continue;
            }

            foreach (var axis in followUp.Horizon is null ? (Axis[])[Axis.Outcome] : [Axis.Outcome, Axis.Forecast])
            {
                AddJudgement(
                    followUp.CutOff,
                    axis,
                    Layer.Expert,
                    Subject.Goal,
                    number,
                    status,
                    OwnFollowUp,
                    _sources.Bodies.Concat(_sources.Companies).FirstOrDefault(b => b.Id == unit)?.Name ?? "Kommunledningskontoret",
                    Told(followUp.CutOff),
                    $"{number}/{axis}",
                    null,
                    isExample: true
                );
            }
        }
    }

    private void AddJudgement(
        DateOnly cutOff,
        Axis axis,
        Layer layer,
        Subject subject,
        string of,
        Status status,
        string reason,
        string by,
        DateOnly on,
        string key,
        string? decision,
        bool isExample
    ) =>
        _rows.Add(
            new RecordedJudgement
            {
                OrganisationId = Organisation,
                Id = new JudgementId(Guid($"judgement/{cutOff:yyyy-MM-dd}/{key}")),
                FollowUpId = FollowUpIdOf(cutOff),
                Axis = axis,
                Layer = layer,
                Subject = subject,
                Of = of,
                Status = status,
                Reason = reason,
                By = by,
                On = on,
                DecisionId = DecisionOf(decision),
                IsExample = isExample,
            }
        );
}
