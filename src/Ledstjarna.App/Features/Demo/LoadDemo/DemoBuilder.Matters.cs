using Ledstjarna.Domain;
using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Matters;
using Ledstjarna.Domain.Memos;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Principles;

namespace Ledstjarna.App.Features.Demo;

internal sealed partial class DemoBuilder
{
    private static MatterId MatterIdOf(string number) => new(Guid($"matter/{number}"));

    private void AddMatters()
    {
        _rows.AddRange(
            _examples.Matters.Select(row => new Matter
            {
                OrganisationId = Organisation,
                Id = MatterIdOf(row.Number),
                DiaryNumber = row.Number,
                Title = row.Title,
                UnitId = _units[row.Unit],
                HandlerRole = row.Handler,
                Summary = row.Summary,
            })
        );
        _rows.AddRange(ShippedTemplate.All.Select((t, i) => t.For(Organisation, Guid($"memo-template/{i}"))));
    }

    private void AddAssignments() =>
        _rows.AddRange(
            _examples.Assignments.Select(
                (row, i) =>
                    new Assignment
                    {
                        OrganisationId = Organisation,
                        Id = new AssignmentId(Guid($"assignment/{i}")),
                        DecisionId = DecisionOf(row.Decision)!.Value,
                        Text = row.Text,
                        UnitId = _units[row.Unit],
                        Role = row.Role,
                        ReportBy = row.ReportBy,
                        ReportedOn = row.ReportedOn,
                        Report = row.Report,
                        WithdrawnById = DecisionOf(row.WithdrawnBy),
                        IsExample = !row.IsReal,
                    }
            )
        );

    private static AmbitionLevelId LevelIdOf(string id) => new(Guid($"level/{id}"));

    /// <summary>Each level holds what stood on its day, but for what the file says it would change.</summary>
    private void AddLevels()
    {
        var record = Record();
        foreach (var row in _examples.Levels)
        {
            var level = new AmbitionLevel
            {
                OrganisationId = Organisation,
                Id = LevelIdOf(row.Id),
                Name = row.Name,
                BodyId = _units["KF"],
                StructureId = StructureIdOf(row.Structure),
                PrincipleId = PrincipleIdOf(_examples.Structures.Single(s => s.Id == row.Structure).Principle),
                State = row.State,
                DecisionId = DecisionOf(row.Decision),
                Validity = new Validity(row.From, null),
                ForFollowUpsFrom = row.ForFollowUpsFrom,
                CopiedFromId = row.CopiedFrom is { } from ? LevelIdOf(from) : null,
                MatterId = row.IsExample ? null : MatterIdOf("KS 2019/160"),
                Note = row.Note,
                IsExample = row.IsExample,
            };
            var part = 0;
            var content = LevelContent.Standing(record, level, row.Standing, () => Guid($"level/{row.Id}/{part++}"));
            _rows.Add(level);
            _rows.AddRange(content.Areas);
            _rows.AddRange(content.Measures);
            _rows.AddRange(content.Targets.Where(t => !IsOther(row, t.IndicatorId)));
            _rows.AddRange((row.Targets ?? []).Select(t => LevelTarget(level, t)));
        }
    }

    /// <summary>What the rows so far say of how the goals stand.</summary>
    private SteeringRecord Record() =>
        new()
        {
            Organisation = _rows.OfType<Organisation>().Single(),
            Units = [.. _rows.OfType<Unit>()],
            Structures = [.. _rows.OfType<GoalStructure>()],
            Principles = [.. _rows.OfType<OrganisationPrinciple>()],
            Goals = [.. _rows.OfType<Goal>()],
            Measures = [.. _rows.OfType<Measure>()],
            Indicators = [.. _rows.OfType<Indicator>()],
            Breaks = [.. _rows.OfType<IndicatorBreak>()],
            Observations = [.. _rows.OfType<RecordedObservation>()],
            Targets = [.. _rows.OfType<Target>()],
            Activities = [.. _rows.OfType<Activity>()],
            FollowUps = [.. _rows.OfType<FollowUp>()],
            Judgements = [.. _rows.OfType<RecordedJudgement>()],
        };

    private static bool IsOther(DemoExamples.LevelRow row, IndicatorId indicator) =>
        (row.Targets ?? []).Select(t => t.Indicator).Concat(row.WithoutTarget ?? []).Any(code => IndicatorIdOf(code) == indicator);

    private static AmbitionTarget LevelTarget(AmbitionLevel level, DemoExamples.LevelTargetRow row) =>
        new(
            Organisation,
            new AmbitionTargetId(Guid($"level/{level.Id.Value}/{row.Indicator}")),
            level.Id,
            IndicatorIdOf(row.Indicator),
            row.AtMost is { } most ? TargetLevel.AtMost(most, row.PartlyAt) : TargetLevel.AtLeast(row.AtLeast!.Value, row.PartlyAt)
        )
        {
            Why = row.Why,
            IsExample = true,
        };
}
