using FsCheck;
using FsCheck.Fluent;
using Ledstjarna.Domain.Periods;
using Ledstjarna.Domain.Years;

namespace Ledstjarna.Domain.Tests.Years;

public sealed class CorrelationTests
{
    [Theory]
    [InlineData("1 2 3 4 5", "2 4 6 8 10", 1.0, true)]
    [InlineData("1 2 3 4 5", "5 4 3 2 1", -1.0, true)]
    [InlineData("1 2 3 4 5", "1 2 3 4 9", 0.9138, false)]
    [InlineData("1 2 3 4 5 6", "1 2 3 4 5 5", 0.9820, true)]
    public void What_follows_another_or_goes_against_it_nearly_says_the_same(string a, string b, double coefficient, bool isSame)
    {
        var correlation = Correlation.Of(Values(a), Values(b))!.Value;
        correlation.Coefficient.ShouldBe(coefficient, 0.0005);
        correlation.IsNearlySame.ShouldBe(isSame);
    }

    [Fact]
    public void Too_few_common_periods_or_one_that_never_changes_say_nothing()
    {
        Correlation.Of(Values("1 2 3 4"), Values("1 2 3 4")).ShouldBeNull();
        Correlation.Of(Values("1 2 3 4 5"), Values("1 2 3 4 5", 2001)).ShouldBeNull(); // four years in common
        Correlation.Of(Values("1 2 3 4 5"), Values("7 7 7 7 7")).ShouldBeNull();
        Correlation.Of(Values("0 0 0 0 0"), Values("1 2 3 4 5")).ShouldBeNull();
    }

    [Fact]
    public void It_is_the_same_both_ways_and_in_another_unit() =>
        Prop.ForAll(
                Gen.ListOf(Gen.Choose(-50, 50)).ToArbitrary(),
                values =>
                {
                    var a = values.Select((v, i) => (v, i)).ToDictionary(v => Period.Of(PeriodKind.Year, 2000 + v.i), v => (double)v.v);
                    var b = a.ToDictionary(v => v.Key, v => (v.Value * v.Value) - v.Key.Year);
                    var scaled = a.ToDictionary(v => v.Key, v => (v.Value * 1000) + 7);
                    var (there, back) = (Correlation.Of(a, b), Correlation.Of(b, a));
                    (there is null).ShouldBe(back is null);
                    there?.Coefficient.ShouldBe(back!.Value.Coefficient, 1e-9);
                    there?.Coefficient.ShouldBeInRange(-1, 1);
                    Correlation.Of(a, scaled)?.Coefficient.ShouldBe(1, 1e-9);
                    return true;
                }
            )
            .QuickCheckThrowOnFailure();

    private static Dictionary<Period, double> Values(string values, int first = 2000) =>
        values
            .Split(' ')
            .Select(
                (v, i) =>
                    (
                        Period: Period.Of(PeriodKind.Year, first + i),
                        Value: double.Parse(v, System.Globalization.CultureInfo.InvariantCulture)
                    )
            )
            .ToDictionary(v => v.Period, v => v.Value);
}
