using Ledstjarna.Domain.Periods;

namespace Ledstjarna.Domain.Tests.Periods;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2022", PeriodKind.Year, "2022-12-31")]
    [InlineData("2022T1", PeriodKind.Tertial, "2022-04-30")]
    [InlineData("2022T3", PeriodKind.Tertial, "2022-12-31")]
    [InlineData("2022Q1", PeriodKind.Quarter, "2022-03-31")]
    [InlineData("2022H1", PeriodKind.HalfYear, "2022-06-30")]
    [InlineData("2024-02", PeriodKind.Month, "2024-02-29")]
    [InlineData("9999-12", PeriodKind.Month, "9999-12-31")]
    public void A_period_is_read_and_ends_on_its_last_day(string text, PeriodKind kind, string end)
    {
        var period = Period.Parse(text);
        (period.Kind, period.End, period.ToString()).ShouldBe((kind, DateText.Parse(end, "end"), text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("202")]
    [InlineData("0999")]
    [InlineData("+022")]
    [InlineData("2022T0")]
    [InlineData("2022T4")]
    [InlineData("2022Q5")]
    [InlineData("2022H3")]
    [InlineData("2022-00")]
    [InlineData("2022-13")]
    [InlineData("2022-1")]
    [InlineData("2022-1x")]
    [InlineData("2022-x1")]
    [InlineData("2022X1")]
    [InlineData("2022T1 ")]
    [InlineData("20221")]
    public void What_is_no_period_is_refused(string text)
    {
        Period.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<DomainRuleException>(() => Period.Parse(text)).Code.ShouldBe(RuleCode.PeriodMalformed);
    }

    [Fact]
    public void A_long_text_is_not_repeated_in_the_refusal() =>
        Should.Throw<DomainRuleException>(() => Period.Parse(new string('9', 1000))).Value.ShouldBeNull();

    [Theory]
    [InlineData(PeriodKind.Year, 999, 1)]
    [InlineData(PeriodKind.Year, 10000, 1)]
    [InlineData(PeriodKind.Tertial, 2022, 0)]
    [InlineData(PeriodKind.Tertial, 2022, 4)]
    public void A_period_out_of_bounds_is_refused(PeriodKind kind, int year, int part) =>
        Should.Throw<DomainRuleException>(() => Period.Of(kind, year, part)).Code.ShouldBe(RuleCode.PeriodMalformed);

    [Fact]
    public void The_year_before_is_the_same_part_of_it()
    {
        Period.Parse("2022T2").YearBefore.ShouldBe(Period.Parse("2021T2"));
        Period.Parse("1000").YearBefore.ShouldBeNull();
    }

    [Theory]
    [InlineData("2021-01-31", "2021-02-01", 1)]
    [InlineData("2018-12-31", "2021-12-31", 36)]
    [InlineData("2021-02-01", "2021-01-31", -1)]
    public void Months_are_counted_by_calendar_month(string from, string to, int months) =>
        Period.Months(DateText.Parse(from, "from"), DateText.Parse(to, "to")).ShouldBe(months);

    [Fact]
    public void Periods_are_ordered_by_their_end_and_the_coarser_first()
    {
        Period[] periods =
        [
            Period.Parse("2022-12"),
            Period.Parse("2022"),
            Period.Parse("2021T3"),
            Period.Parse("2022T3"),
            Period.Parse("2022T1"),
        ];
        periods.Order().Select(p => p.ToString()).ShouldBe(["2021T3", "2022T1", "2022", "2022T3", "2022-12"]);
        var (a, b) = (Period.Parse("2021"), Period.Parse("2022"));
        new[] { (a < b), (a > b), (a <= b), (a >= b), (a == b), (a != b) }.ShouldBe([true, false, true, false, false, true]);
        a.Equals((object)Period.Parse("2021")).ShouldBeTrue();
        a.Equals("2021").ShouldBeFalse();
        a.GetHashCode().ShouldBe(Period.Parse("2021").GetHashCode());
    }

    [Theory]
    [InlineData("2022-08-31", true)]
    [InlineData("2022-8-31", false)]
    [InlineData("2022-02-30", false)]
    [InlineData("0999-01-01", false)]
    [InlineData("31/8 2022", false)]
    public void A_date_is_written_in_one_way(string text, bool valid) => DateText.TryParse(text, out _).ShouldBe(valid);
}
