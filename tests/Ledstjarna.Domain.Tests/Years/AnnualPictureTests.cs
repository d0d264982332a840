using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Tests.FollowUps;
using Ledstjarna.Domain.Years;
using static Ledstjarna.Domain.Assessment.Status;

namespace Ledstjarna.Domain.Tests.Years;

/// <summary>The goals at every year-end: what held then, and what would be computed now.</summary>
public sealed class AnnualPictureTests
{
    private static readonly Indicator A = Recorded.Indicator("A");
    private static readonly DateOnly Today = Recorded.Day("2023-06-01");

    [Fact]
    public void It_begins_with_the_first_year_that_has_a_figure_and_ends_with_the_last_year_end()
    {
        var years = Picture(With("2019=70 2021=50")).Structures.Single().Years;
        years.Select(y => (y.Year, y.IsBaseline)).ShouldBe([(2019, true), (2020, false), (2021, false), (2022, false)]);
        years.ShouldAllBe(y => y.FollowUp == null);
    }

    [Fact]
    public void A_year_without_a_figure_cannot_be_assessed_and_is_there() =>
        Statuses(With("2019=70 2021=50")).ShouldBe([Achieved, CannotBeAssessed, NotAchieved, CannotBeAssessed]);

    [Fact]
    public void With_no_figures_there_is_no_picture()
    {
        Picture(With("")).Structures.ShouldBeEmpty();
        Picture(With("2022=70") with { Structures = [] }).Structures.ShouldBeEmpty();
    }

    [Fact]
    public void What_came_after_a_follow_up_changes_what_would_be_computed_now_but_not_what_held()
    {
        var record = With("2021=70 2022=50") with { FollowUps = [Recorded.FollowUp("2021-12-31", "2022-02-01")] };
        record = record with { Observations = [.. record.Observations, Recorded.Value(A, "2021", 40, on: "2022-05-01")] };
        var years = Picture(record).Structures.Single().Goals.Single().Years;
        years.Select(y => (y!.Status, y.Now, y.DiffersNow)).ShouldBe([(Achieved, NotAchieved, true), (NotAchieved, NotAchieved, false)]);
        years.Select(y => y!.Year.FollowUp is null).ShouldBe([false, true]);
    }

    [Fact]
    public void What_was_judged_then_holds_and_is_left_out_of_what_would_be_computed_now()
    {
        var followUp = Recorded.FollowUp("2022-12-31", "2023-02-01");
        var record = With("2022=70") with { FollowUps = [followUp], Judgements = [Judged(followUp, Partly)] };
        var year = Picture(record).Structures.Single().Goals.Single().Years.Single()!;
        (year.Status, year.Now, year.DiffersNow).ShouldBe((Partly, Achieved, true));
    }

    [Fact]
    public void A_goal_that_nothing_is_measured_under_would_not_be_anything_else_now()
    {
        var followUp = Recorded.FollowUp("2022-12-31", "2023-02-01");
        var own = Recorded.Goal("9", GoalKind.Internal, order: 1);
        var record = With("2022=70") with { FollowUps = [followUp], Judgements = [Judged(followUp, Partly, "9")] };
        record = record with { Goals = [.. record.Goals, own] };
        var goals = Picture(record).Structures.Single().Goals;
        goals.Select(g => (g.Goal.Number, g.IsMeasured, g.IsAssessed)).ShouldBe([("1", true, true), ("9", false, true)]);
        goals[1].Years.Single()!.ShouldSatisfyAllConditions(y => y.Status.ShouldBe(Partly), y => y.DiffersNow.ShouldBeFalse());
    }

    [Fact]
    public void Todays_principle_is_the_one_that_would_be_used_now()
    {
        var record = With("2021=55 2022=55");
        var mild = Principles.Of("mild", new Principle(Lens.Target) { Tolerance = 0.9 });
        var later = Structure(record, "2022-01-01", null, mild.Id);
        var earlier = Structure(record, "2015-01-01", "2021-12-31", Recorded.Common);
        var goal = Goal(later, "1");
        record = record with
        {
            Principles = [.. record.Principles, mild],
            Structures = [later, earlier],
            Goals = [Goal(earlier, "1", record.Goals[0].Id), goal],
            Measures = [.. record.Measures, Recorded.Measure(goal, 0, A)],
        };
        var structures = Picture(record).Structures;
        structures.Select(s => s.Structure).ShouldBe([earlier, later]);
        structures
            .Select(s => s.Goals.Single().Years.Single()!)
            .Select(y => (y.Status, y.Now))
            .ShouldBe([(NotAchieved, Partly), (Partly, Partly)]);
    }

    private static GoalStructure Structure(SteeringRecord record, string from, string? to, PrincipleId principle) =>
        new()
        {
            OrganisationId = Recorded.Org,
            Id = from == "2015-01-01" ? Recorded.Structure : new GoalStructureId(Guid.NewGuid()),
            Name = from,
            LevelNames = record.Structures[0].LevelNames,
            Validity = new Validity(Recorded.Day(from), to is null ? null : Recorded.Day(to)),
            PrincipleId = principle,
        };

    private static Goal Goal(GoalStructure structure, string number, GoalId? id = null) =>
        new()
        {
            OrganisationId = Recorded.Org,
            Id = id ?? new GoalId(Guid.NewGuid()),
            StructureId = structure.Id,
            Kind = GoalKind.Council,
            Level = 0,
            Number = number,
            ShortName = number,
            Order = 0,
        };

    private static RecordedJudgement Judged(FollowUp followUp, Status status, string of = "1") =>
        new()
        {
            OrganisationId = Recorded.Org,
            Id = new JudgementId(Guid.NewGuid()),
            FollowUpId = followUp.Id,
            Axis = Axis.Outcome,
            Layer = Layer.Expert,
            Subject = Subject.Goal,
            Of = of,
            Status = status,
            Reason = "På väg.",
            By = "Sakkunnig",
            On = followUp.KnownAt,
        };

    private static IEnumerable<Status> Statuses(SteeringRecord record) =>
        Picture(record).Structures.Single().Goals.Single().Years.Select(y => y!.Status);

    private static AnnualPicture Picture(SteeringRecord record) => AnnualPicture.Of(record, Today);

    private static SteeringRecord With(string figures) =>
        Recorded.In(A) with
        {
            Observations =
            [
                .. figures
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(f => f.Split('='))
                    .Select(f => Recorded.Value(A, f[0], int.Parse(f[1], System.Globalization.CultureInfo.InvariantCulture))),
            ],
        };
}
