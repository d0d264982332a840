using Ledstjarna.Domain.Mails;

namespace Ledstjarna.Domain.Tests.Mails;

public sealed class NewMailTests
{
    [Theory]
    [InlineData("Påminnelse: Trygghet", "Påminnelse: Trygghet")]
    [InlineData(" två\r\nBcc: x@y.se\t\0rader ", "två Bcc: x@y.se rader")]
    [InlineData("rad\u2028och\u2029stycke\u0085slut", "rad och stycke slut")]
    public void A_subject_is_one_line(string written, string read) => Of(subject: written).Subject.ShouldBe(read);

    [Fact]
    public void Long_texts_are_cut_between_characters()
    {
        var subject = Of(subject: new string('a', NewMail.LongestSubject - 2) + "🌍🌍").Subject;
        subject.ShouldBe(new string('a', NewMail.LongestSubject - 2) + "…");
        Of(subject: new string('å', NewMail.LongestSubject)).Subject.ShouldBe(new string('å', NewMail.LongestSubject));
        Of(body: new string('b', 20_000)).Body.Length.ShouldBe(NewMail.LongestBody);
    }

    [Fact]
    public void A_text_keeps_its_lines_and_nothing_that_cannot_be_seen() =>
        Of(body: "\r\nHej!\r\n\r\n\tTack\0.\r\u0007").Body.ShouldBe("Hej!\n\n\tTack.");

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n ")]
    public void Nothing_is_no_mail(string text)
    {
        Should.Throw<DomainRuleException>(() => Of(subject: text)).Field.ShouldBe("subject");
        Should.Throw<DomainRuleException>(() => Of(body: text)).Field.ShouldBe("body");
    }

    [Theory]
    [InlineData("/vaggeryd", true)]
    [InlineData("/vaggeryd/siffror?indikator=A%20B&enhet=KS#rad", true)]
    [InlineData("", false)]
    [InlineData("vaggeryd", false)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("https://evil.example", false)]
    [InlineData("/a b", false)]
    [InlineData("/å", false)]
    [InlineData("/a\r\nb", false)]
    public void A_link_stays_in_the_product(string link, bool isGood)
    {
        if (isGood)
        {
            Of(link: link).Link.ShouldBe(link);
        }
        else
        {
            Should.Throw<ArgumentException>(() => Of(link: link));
        }
    }

    [Fact]
    public void It_is_tried_ever_more_seldom_for_a_day()
    {
        var start = new DateTime(2026, 5, 12, 8, 0, 0, DateTimeKind.Utc);
        var (now, attempts) = (start, 1);
        var waits = new List<double>();
        while (Mail.NextAttempt(attempts, now) is { } next)
        {
            waits.Add((next - now).TotalMinutes);
            (now, attempts) = (next, attempts + 1);
        }

        waits.Take(4).ShouldBe([1, 5, 30, 120]);
        waits.ShouldBe(waits.Order());
        (now - start).TotalHours.ShouldBeInRange(23, 24);
    }

    private static NewMail Of(string subject = "Ämne", string body = "Text", string link = "/vaggeryd") =>
        new(new AccountId(Guid.Empty), "nyckel", subject, body, link);
}
