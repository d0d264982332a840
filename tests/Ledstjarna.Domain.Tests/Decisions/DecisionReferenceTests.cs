using Ledstjarna.Domain.Decisions;

namespace Ledstjarna.Domain.Tests.Decisions;

/// <summary>References as they are written in real memos.</summary>
public sealed class DecisionReferenceTests
{
    [Theory]
    [InlineData("KS 2022-08-17 § 173", "KS 2022-08-17 § 173")]
    [InlineData("KS 2021-01-13 § 010", "KS 2021-01-13 § 10")]
    [InlineData("KSAU 2021-02-17 § 45", "KSAU 2021-02-17 § 45")]
    [InlineData("KSAU 2022-06-15", "KSAU 2022-06-15")]
    [InlineData("KS 2022-03-09 §70", "KS 2022-03-09 § 70")]
    [InlineData("KS\u00a02022-03-09 §\u00a070.", "KS 2022-03-09 § 70")]
    [InlineData("KF beslut 2019-05-27", "KF 2019-05-27")]
    [InlineData("KF 2020-10", "KF 2020-10")]
    [InlineData("Kommunstyrelsen beslutade 2022-08-17 § 173", "KS 2022-08-17 § 173")]
    [InlineData("Arbetsutskottet gav enligt 2022-02-23 § 38", "KSAU 2022-02-23 § 38")]
    [InlineData("Kommunstyrelsens arbetsutskott 2022-02-23, § 38", "KSAU 2022-02-23 § 38")]
    [InlineData("kommunfullmäktige oktober 2020", "KF 2020-10")]
    [InlineData("Kommunfullmäktige beslutade den 27 maj 2019", "KF 2019-05-27")]
    [InlineData("Kommunstyrelsen godkände i februari 2020", "KS 2020-02")]
    public void Every_form_is_read(string text, string reference) => DecisionReference.Parse(text).ToString().ShouldBe(reference);

    [Theory]
    [InlineData("")]
    [InlineData("§ 173")]
    [InlineData("2022-08-17 § 173")]
    [InlineData("KS 2022-13-17 § 1")]
    [InlineData("KS 2022-02-30")]
    [InlineData("KS 31 februari 2022")]
    [InlineData("KS 0 maj 2022")]
    [InlineData("KS 2022-00")]
    [InlineData("KS 2022-08-17 § 0")]
    [InlineData("KS 2022-08-17 § 173 och mer")]
    [InlineData("beslut KS 2022-08-17")]
    [InlineData("den 27 maj")]
    [InlineData("KS 2022-08-171")]
    public void What_cannot_be_read_is_refused(string text) =>
        Should.Throw<DomainRuleException>(() => DecisionReference.Parse(text)).Code.ShouldBe(RuleCode.ParagraphMalformed);

    [Fact]
    public void A_huge_text_is_refused_in_short() =>
        Should.Throw<DomainRuleException>(() => DecisionReference.Parse(new string('K', 100_000))).Value!.Length.ShouldBe(61);

    [Fact]
    public void All_references_in_a_running_text_are_found_in_order()
    {
        const string Memo = """
            Det strategiska programmet antogs i kommunfullmäktige oktober 2020. En mindre korrigering genomfördes enligt beslut KS 2022-03-09 § 70
            med ett nytt delmål. Arbetsutskottet gav enligt 2022-02-23 § 38 kontoret i uppdrag att återkomma. Kommunstyrelsen beslutade 2022-08-17 § 173
            att ärendet remitteras. Ambitionsnivå godkänd KS 2021-01-13 § 12. Budgeten för 2021 nämns, liksom KF:s mål 2020-2022 och version KS2022.
            """;
        DecisionReference
            .FindIn(Memo)
            .Select(r => r.ToString())
            .ShouldBe(["KF 2020-10", "KS 2022-03-09 § 70", "KSAU 2022-02-23 § 38", "KS 2022-08-17 § 173", "KS 2021-01-13 § 12"]);
    }
}
