using Ledstjarna.Domain.Decisions;

namespace Ledstjarna.Domain.Tests.Decisions;

/// <summary>A whole meeting as lines: read as people write, and never guessed.</summary>
public sealed class MeetingTextTests
{
    [Theory]
    [InlineData(
        "§ 173; Ambitionsnivå; KS 2019/160; remitteras till KSPRES",
        173,
        "Ambitionsnivå",
        "KS 2019/160",
        DecisionOutcome.Referred,
        "KSPRES"
    )]
    [InlineData("173\tAmbitionsnivå\tDnr KS 2019/160\tBifall", 173, "Ambitionsnivå", "KS 2019/160", DecisionOutcome.Approved, null)]
    [InlineData("§ 010. Kommunstyrelsens mål och delmål 2020-2022", 10, "Kommunstyrelsens mål och delmål 2020-2022", null, null, null)]
    [InlineData("§45 | Verksamhetsberättelse | återremitteras", 45, "Verksamhetsberättelse", null, DecisionOutcome.SentBack, null)]
    [InlineData("§ 7, Bostäder; bordläggs", 7, "Bostäder", null, DecisionOutcome.Tabled, null)]
    [InlineData("§ 8; Avgifter; avslag", 8, "Avgifter", null, DecisionOutcome.Rejected, null)]
    public void A_line_is_read(string line, int paragraph, string subject, string? number, DecisionOutcome? outcome, string? to)
    {
        var item = MeetingText.Read(line).ShouldHaveSingleItem();
        item.Unread.ShouldBeNull();
        (item.Paragraph, item.Subject, item.DiaryNumber, item.Outcome, item.ReferredTo).ShouldBe((paragraph, subject, number, outcome, to));
    }

    [Fact]
    public void A_line_may_begin_with_the_whole_reference()
    {
        var item = MeetingText.Read("KS 2021-01-13 § 010 Kommunstyrelsens mål; bifall").ShouldHaveSingleItem();
        item.Reference!.ToString().ShouldBe("KS 2021-01-13 § 10");
        (item.Paragraph, item.Subject, item.Outcome).ShouldBe((10, "Kommunstyrelsens mål", DecisionOutcome.Approved));
    }

    [Theory]
    [InlineData("Mötet öppnas", "Mötet öppnas")]
    [InlineData("§ 12", "§ 12")]
    [InlineData("§ 0; Inget", "§ 0; Inget")]
    [InlineData("§ 12; Ambitionsnivå; kanske", "kanske")]
    [InlineData("§ 123456; För stort", "§ 123456; För stort")]
    [InlineData("2022 års budget", "2022 års budget")]
    [InlineData("10 ledamöter yrkade bifall", "10 ledamöter yrkade bifall")]
    public void What_cannot_be_read_is_told(string line, string unread) =>
        MeetingText.Read(line).ShouldHaveSingleItem().Unread.ShouldBe(unread);

    [Fact]
    public void A_line_says_for_itself_that_it_is_a_proposal_or_adjusted_at_once()
    {
        var items = MeetingText.Read("§ 1; Nivån; förslag\n§ 2; Uppdrag; beslut; omedelbart justerat; BUN 2022/12.041");
        items
            .Select(i => (i.Kind, i.Minutes))
            .ShouldBe([(DecisionKind.Proposal, null), (DecisionKind.Decision, MinutesState.AdjustedAtOnce)]);
        items[1].DiaryNumber.ShouldBe("BUN 2022/12.041");
    }

    [Fact]
    public void A_diary_number_of_any_form_is_read_where_the_matter_is_known()
    {
        MeetingText.Read("§ 1; Nivån; 19-0160/A", ["19-0160/A"]).Single().DiaryNumber.ShouldBe("19-0160/A");
        MeetingText.Read("§ 1; Nivån; 19-0160/A").Single().Unread.ShouldBe("19-0160/A");
    }

    [Fact]
    public void Paragraphs_pasted_from_minutes_take_heading_and_number_from_the_lines_below()
    {
        var items = MeetingText.Read(
            "§ 173\nDnr KS 2019/160\nAmbitionsnivå för fullmäktiges mål\n\n§ 174\nBostäder\n§ 175; Avgifter; avslag\n§ 176"
        );
        items
            .Select(i => (i.Line, i.Paragraph, i.Subject, i.DiaryNumber, i.Unread))
            .ShouldBe([
                (1, 173, "Ambitionsnivå för fullmäktiges mål", "KS 2019/160", null),
                (5, 174, "Bostäder", null, null),
                (7, 175, "Avgifter", null, null),
                (8, null, "", null, "§ 176"),
            ]);
    }

    [Theory]
    [InlineData(
        "att ärendet remitteras till kommunstyrelsens presidium för beredning innan det återkommer",
        DecisionOutcome.Referred,
        "kommunstyrelsens presidium"
    )]
    [InlineData("att ärendet återremitteras till kontoret", DecisionOutcome.SentBack, null)]
    [InlineData("att ärendet bordläggs", DecisionOutcome.Tabled, null)]
    [InlineData("att godkänna förslaget", null, null)]
    public void A_decision_in_a_sentence_says_its_outcome(string sentence, DecisionOutcome? outcome, string? to)
    {
        var item = MeetingText.Read($"Kommunstyrelsen beslutade 2022-08-17 § 173 {sentence}").ShouldHaveSingleItem();
        item.Reference!.ToString().ShouldBe("KS 2022-08-17 § 173");
        (item.Outcome, item.ReferredTo, item.Unread).ShouldBe((outcome, to, null));
    }

    [Fact]
    public void Lines_are_numbered_as_they_stand_and_blank_ones_are_passed_over() =>
        MeetingText.Read("\r\n§ 1; A\n\n§ 2; B\r\n").Select(i => (i.Line, i.Subject)).ShouldBe([(2, "A"), (4, "B")]);

    [Fact]
    public void Of_a_running_text_each_paragraph_that_says_no_decision_is_told()
    {
        const string Memo =
            "Arbetsutskottet gav enligt 2022-02-23 § 38 ett uppdrag. KS 2022-03-09 § 70 lade till ett delmål. §2 Alla barn har lika värde. Se även § 5.";
        DecisionReference.FindIn(Memo).Select(r => r.ToString()).ShouldBe(["KSAU 2022-02-23 § 38", "KS 2022-03-09 § 70"]);
        DecisionReference.UnreadIn(Memo).ShouldBe(["§2 Alla barn har", "även § 5"]);
    }
}
