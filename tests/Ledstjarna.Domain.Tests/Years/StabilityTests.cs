using FsCheck;
using FsCheck.Fluent;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Tests.FollowUps;
using Ledstjarna.Domain.Years;
using static Ledstjarna.Domain.Assessment.Status;

namespace Ledstjarna.Domain.Tests.Years;

/// <summary>How often statuses changed, how often they came back, and how often only because figures were late.</summary>
public sealed class StabilityTests
{
    [Theory]
    [InlineData("", "", 0, 0, 0, 0)]
    [InlineData("A", "A", 0, 0, 0, 0)]
    [InlineData("AAA", "AAA", 2, 0, 0, 0)]
    [InlineData("AAB", "AAB", 2, 1, 0, 0)]
    [InlineData("ABA", "ABA", 2, 2, 1, 0)]
    [InlineData("ABBA", "ABBA", 3, 2, 1, 0)] // it came back, though not at once
    [InlineData("ABC", "ABC", 2, 2, 0, 0)]
    [InlineData("ABAB", "ABAB", 3, 3, 2, 0)]
    [InlineData("AB", "BB", 1, 1, 0, 1)] // had the figure been there, it would have been B all along
    [InlineData("AB", "AA", 1, 1, 0, 1)] // a later correction takes the change back
    [InlineData("AB", "AC", 1, 1, 0, 0)] // it would have changed anyhow
    [InlineData("AA", "AB", 1, 0, 0, 0)] // what was not seen to change is no change
    public void Changes_returns_and_late_figures_are_counted(
        string shown,
        string later,
        int compared,
        int changes,
        int returns,
        int late
    ) => StabilityCounts.Of(Series(shown, later)).ShouldBe(new StabilityCounts(compared, changes, returns, late));

    [Fact]
    public void The_order_that_a_series_is_listed_in_does_not_matter() =>
        ForAll(series =>
        {
            var shuffled = series.ToArray();
            new System.Random(1).Shuffle(shuffled);
            StabilityCounts.Of(shuffled).ShouldBe(StabilityCounts.Of(series));
        });

    [Fact]
    public void A_series_that_never_changes_counts_nothing_and_none_counts_more_than_it_has() =>
        ForAll(series =>
        {
            var counts = StabilityCounts.Of(series);
            counts.Compared.ShouldBe(Math.Max(0, series.Count - 1));
            counts.Changes.ShouldBeInRange(0, counts.Compared);
            counts.Returns.ShouldBeInRange(0, Math.Max(0, counts.Changes - 1));
            counts.Late.ShouldBeInRange(0, counts.Changes);
            var still = series.Select(s => s with { Shown = Partly });
            StabilityCounts.Of(still).ShouldBe(new StabilityCounts(counts.Compared, 0, 0, 0));
            var known = series.Select(s => s with { Later = s.Shown });
            StabilityCounts.Of(known).Late.ShouldBe(0); // nothing was late
        });

    [Fact]
    public void What_runs_backwards_changes_and_returns_as_often() =>
        ForAll(series =>
        {
            var back = series.Select(s => s with { Day = DateOnly.FromDayNumber(1_000_000 - s.Day.DayNumber) });
            StabilityCounts.Of(back).ShouldBe(StabilityCounts.Of(series));
        });

    [Fact]
    public void The_order_of_the_follow_ups_does_not_matter_and_a_principle_counts_as_itself()
    {
        var a = Recorded.Indicator("A");
        var record = Recorded.In(a);
        record = record with
        {
            Principles = [.. record.Principles, Principles.Of("samma", record.Principles[0].Rule)],
            Observations =
            [
                Recorded.Value(a, "2019", 70),
                Recorded.Value(a, "2020", 50, on: "2021-06-01"), // late: 2020 was followed up without it
                Recorded.Value(a, "2021", 50),
                Recorded.Value(a, "2022", 70),
            ],
            FollowUps =
            [
                Recorded.FollowUp("2021-12-31", "2022-02-01"),
                Recorded.FollowUp("2019-12-31", "2020-02-01"),
                Recorded.FollowUp("2022-12-31", "2023-02-01"),
                Recorded.FollowUp("2020-12-31", "2021-02-01"),
            ],
        };
        var stability = Stability.Of(record);
        foreach (var principle in stability)
        {
            principle
                .Goals.Single()
                .Statuses.Select(s => (s.Shown, s.Later))
                .ShouldBe([(Achieved, Achieved), (CannotBeAssessed, NotAchieved), (NotAchieved, NotAchieved), (Achieved, Achieved)]);
        }

        stability.Select(p => p.Total).ShouldBe([new StabilityCounts(3, 3, 0, 1), new StabilityCounts(3, 3, 0, 1)]);
        Stability
            .Of(record with { FollowUps = [.. record.FollowUps.Reverse()] })
            .Select(p => p.Total)
            .ShouldBe(stability.Select(p => p.Total));
    }

    [Fact]
    public void Judgements_are_left_out_and_goals_without_figures_are_not_counted()
    {
        var a = Recorded.Indicator("A");
        var followUps = new[] { Recorded.FollowUp("2021-12-31", "2022-02-01"), Recorded.FollowUp("2022-12-31", "2023-02-01") };
        var record = Recorded.In(a) with
        {
            Observations = [Recorded.Value(a, "2021"), Recorded.Value(a, "2022")],
            FollowUps = followUps,
            Judgements =
            [
                new RecordedJudgement
                {
                    OrganisationId = Recorded.Org,
                    Id = new JudgementId(Guid.NewGuid()),
                    FollowUpId = followUps[1].Id,
                    Axis = Axis.Outcome,
                    Layer = Layer.Decided,
                    Subject = Subject.Goal,
                    Of = "1",
                    Status = NotAchieved,
                    Reason = "Vi ser det annorlunda.",
                    By = "Kommunstyrelsen",
                    On = followUps[1].KnownAt,
                },
            ],
        };
        record = record with { Goals = [.. record.Goals, Recorded.Goal("2", order: 1)] };
        Stability.Of(record).Single().Goals.ShouldHaveSingleItem().Counts.ShouldBe(new StabilityCounts(1, 0, 0, 0));
        Stability.Of(record with { FollowUps = [] }).Single().Total.ShouldBe(default);
    }

    private static List<FollowedStatus> Series(string shown, string later) =>
        [
            .. shown
                .Zip(later, (s, l) => (Of(s), Of(l)))
                .Select((s, i) => new FollowedStatus(new DateOnly(2000 + i, 12, 31), s.Item1, s.Item2)),
        ];

    private static Status Of(char letter) =>
        letter switch
        {
            'A' => Achieved,
            'B' => Partly,
            _ => NotAchieved,
        };

    private static void ForAll(Action<List<FollowedStatus>> holds) =>
        Prop.ForAll(
                Gen.ListOf(Gen.Choose(0, 24)).ToArbitrary(),
                picks =>
                {
                    holds([
                        .. picks.Select((p, i) => new FollowedStatus(new DateOnly(2000 + i, 12, 31), (Status)(p / 5), (Status)(p % 5))),
                    ]);
                    return true;
                }
            )
            .QuickCheckThrowOnFailure();
}
