using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Ledstjarna.Domain.Indicators;

namespace Ledstjarna.Domain.Tests.Indicators;

public sealed class FigureTextTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("007", 7)]
    [InlineData("61", 61)]
    [InlineData("  61\t", 61)]
    [InlineData("3,5", 3.5)]
    [InlineData("3.5", 3.5)]
    [InlineData("+3,5", 3.5)]
    [InlineData("0.1", 0.1)]
    [InlineData("1.234", 1.234)]
    [InlineData("1,234", 1.234)]
    [InlineData("-3,5", -3.5)]
    [InlineData("−3,5", -3.5)]
    [InlineData("–3,5", -3.5)]
    [InlineData("1 234,5", 1234.5)]
    [InlineData("1\u00a0234\u00a0567,25", 1234567.25)]
    [InlineData("1\u202f234", 1234)]
    [InlineData("1\u2009234", 1234)]
    [InlineData("1\u2007234", 1234)]
    [InlineData("1\u00a0234 567", 1234567)]
    [InlineData("1'234'567.5", 1234567.5)]
    [InlineData("1’234", 1234)]
    [InlineData("1,234.5", 1234.5)]
    [InlineData("1.234,5", 1234.5)]
    [InlineData("1.234.567,89", 1234567.89)]
    [InlineData("123 456", 123456)]
    [InlineData("1000000000000000", 1e15)]
    [InlineData("-1 000 000 000 000 000", -1e15)]
    [InlineData("999999999999999", 999999999999999)]
    [InlineData("0,000000000000000123456789012345", 1.23456789012345e-16)]
    [InlineData("1,50000000000000000000", 1.5)]
    public void A_figure_is_understood_as_people_write_it(string text, double value) =>
        FigureText.Parse(text).ShouldBe(new FigureText(FigureKind.Value, value));

    [Theory]
    [InlineData("3,5%", 3.5)]
    [InlineData("3,5 %", 3.5)]
    [InlineData("−3,5\u00a0%", -3.5)]
    [InlineData("100 %", 100)]
    public void A_percentage_keeps_its_number(string text, double value) =>
        FigureText.Parse(text).ShouldBe(new FigureText(FigureKind.Value, value, IsPercent: true));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u00a0\t")]
    public void Nothing_is_blank_and_never_zero(string? text) => FigureText.Parse(text).ShouldBe(new FigureText(FigureKind.Blank));

    [Theory]
    [InlineData("..")]
    [InlineData(" .. ")]
    [InlineData("…")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData("—")]
    [InlineData("−")]
    [InlineData("x")]
    [InlineData("X")]
    public void A_mark_for_missing_asks_why(string text) => FigureText.Parse(text).ShouldBe(new FigureText(FigureKind.AsksForReason));

    [Theory]
    [InlineData("abc")]
    [InlineData("1e3")]
    [InlineData("1E3")]
    [InlineData("NaN")]
    [InlineData("∞")]
    [InlineData("-∞")]
    [InlineData("Infinity")]
    [InlineData("0x1F")]
    [InlineData("12 st")]
    [InlineData("ca 12")]
    [InlineData("12-14")]
    [InlineData("(12)")]
    [InlineData("12 kr")]
    [InlineData("=1+1")]
    [InlineData("%")]
    [InlineData("- %")]
    [InlineData("5 %%")]
    [InlineData("5 ‰")]
    [InlineData("--5")]
    [InlineData("- 5")]
    [InlineData("5-")]
    [InlineData("...")]
    [InlineData(",5")]
    [InlineData("5,")]
    [InlineData("1,2,3")]
    [InlineData("1.234.567")]
    [InlineData("1,234,567")]
    [InlineData("1,234.567,8")]
    [InlineData("1,23.5")]
    [InlineData("1 23")]
    [InlineData("12 34")]
    [InlineData("1234 567")]
    [InlineData("1 2345")]
    [InlineData("1  234")]
    [InlineData("1 234'567")]
    [InlineData("1 234.567,8")]
    [InlineData("0 123")]
    [InlineData("3,5 1")]
    [InlineData("3,500 000")]
    [InlineData("1\u2003234")]
    [InlineData("١٢٣")]
    [InlineData("１２")]
    [InlineData("1000000000000001")]
    [InlineData("2000000000000000")]
    [InlineData("1234567890123456")]
    [InlineData("0,1234567890123456")]
    [InlineData("12345678901234567890")]
    public void What_is_no_plain_figure_is_refused(string text) => FigureText.Parse(text).ShouldBe(new FigureText(FigureKind.NotANumber));

    [Fact]
    public void A_long_row_of_digits_is_refused() =>
        FigureText.Parse("0," + new string('0', 400) + "1").ShouldBe(new FigureText(FigureKind.NotANumber));

    [Theory]
    [InlineData("N6")]
    [InlineData("F6")]
    [InlineData("#,##0.######")]
    [InlineData("0.######")]
    public void Every_figure_written_in_Swedish_is_read_back(string format) =>
        ForAllMillionths(v => FigureText.Parse(v.ToString(format, CultureInfo.GetCultureInfo("sv-SE"))).Value == v);

    [Fact]
    public void Every_figure_written_for_machines_is_read_back() =>
        ForAllMillionths(v => FigureText.Parse(v.ToString("0.######", CultureInfo.InvariantCulture)).Value == v);

    [Fact]
    public void No_text_makes_it_stumble() =>
        Prop.ForAll(
                Gen.Elements([.. "0123456789 .,-−–%'x\u00a0\u202f"]).ListOf().Select(c => new string([.. c])).ToArbitrary(),
                text =>
                    FigureText.Parse(text) is var f
                    && (f.Kind == FigureKind.Value) == f.Value.HasValue
                    && f.Value is null or >= -1e15 and <= 1e15
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    /// <summary>Up to a billion of either sign, with at most six decimals: fifteen digits.</summary>
    private static void ForAllMillionths(Func<double, bool> holds) =>
        Prop.ForAll(
                Gen.Choose(-999_999_999, 999_999_999)
                    .SelectMany(whole => Gen.Choose(0, 999_999).Select(millionths => (double)(whole + (millionths / 1_000_000m))))
                    .ToArbitrary(),
                holds
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
}
