using Ledstjarna.Domain.Memos;

namespace Ledstjarna.Domain.Tests.Memos;

/// <summary>Templates as data, and sections that people write in.</summary>
public sealed class MemoTests
{
    [Theory]
    [InlineData("Bakgrund = Background", 1, "Bakgrund", MemoSource.Background, false)]
    [InlineData("> Samråd = consultation", 2, "Samråd", MemoSource.Consultation, false)]
    [InlineData("> # Samråd = consultation", 2, "Samråd", MemoSource.Consultation, true)]
    [InlineData("Mål = medel = Goals", 1, "Mål = medel", MemoSource.Goals, false)]
    [InlineData("Ärende", 1, "Ärende", MemoSource.Nothing, false)]
    public void A_line_is_a_heading_and_what_fills_it(string line, int level, string heading, MemoSource source, bool isNumbered) =>
        TemplateSection.Parse(line).ShouldBe(new TemplateSection(heading, level, heading, source, isNumbered));

    [Fact]
    public void Numbered_headings_are_counted_from_one_under_each_heading_above()
    {
        var template = new MemoTemplate
        {
            OrganisationId = default,
            Id = new MemoTemplateId(Guid.NewGuid()),
            Name = "Mall",
            Sections = ["Ärende", "> # Bakgrund", "> Utan nummer", "> # Samråd", "Annat", "> # Sist"],
        };
        template.Headings().Values.ShouldBe(["Ärende", "1. Bakgrund", "Utan nummer", "2. Samråd", "Annat", "1. Sist"]);
        template.Headings(p => p.Heading != "Bakgrund")["Samråd"].ShouldBe("1. Samråd"); // what is not written takes no number
    }

    [Theory]
    [InlineData("")]
    [InlineData(">")]
    [InlineData("= Background")]
    [InlineData("Bakgrund = ?Något")]
    [InlineData("Bakgrund = 99")]
    public void A_line_that_cannot_be_read_is_none(string line) => TemplateSection.Parse(line).ShouldBeNull();

    [Fact]
    public void Both_templates_that_ship_have_the_headings_of_their_memos()
    {
        var made = ShippedTemplate.All.Select(t => t.For(default, Guid.NewGuid())).ToList();
        made.Count.ShouldBe(2);
        made.ShouldAllBe(t => t.Parts().First().Heading == "Förslag till beslut" && t.Parts().Any(p => p.Level == 2));
        made[0].Parts().Select(p => p.Source).ShouldContain(MemoSource.Convention);
        made[1].Parts().Select(p => p.Source).ShouldContain(MemoSource.Agenda2030);
    }

    [Fact]
    public void Composing_anew_never_overwrites_what_a_person_wrote()
    {
        var untouched = new MemoSection("Bakgrund", "Förr.", "Förr.");
        var written = new MemoSection("Bakgrund", "Mitt.", "Förr.");
        untouched.Recomposed("Nu.").ShouldBe(new MemoSection("Bakgrund", "Nu.", "Nu."));
        written.Recomposed("Nu.").ShouldBe(written);
    }
}
