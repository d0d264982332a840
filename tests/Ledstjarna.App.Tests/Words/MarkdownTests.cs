using Ledstjarna.App.Words;

namespace Ledstjarna.App.Tests.Words;

/// <summary>What people write, and what is shown.</summary>
public sealed class MarkdownTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  \n", "")]
    [InlineData("Skolan är bra.", "<p>Skolan är bra.</p>")]
    [InlineData("Ett.\n\nTvå.", "<p>Ett.</p><p>Två.</p>")]
    [InlineData("Ett\r\ntvå", "<p>Ett<br />två</p>")]
    [InlineData("**Fet** och *kursiv*", "<p><strong>Fet</strong> och <em>kursiv</em></p>")]
    [InlineData("***Båda***", "<p><em><strong>Båda</strong></em></p>")]
    [InlineData("# Rubrik", "<h3>Rubrik</h3>")]
    [InlineData("##### Liten", "<h6>Liten</h6>")]
    [InlineData("- ett\n- två\n  - inre", "<ul><li>ett</li><li>två<ul><li>inre</li></ul></li></ul>")]
    [InlineData("1. ett\n2. två", "<ol><li>ett</li><li>två</li></ol>")]
    [InlineData("3. tre\n4. fyra", "<ol start=\"3\"><li>tre</li><li>fyra</li></ol>")]
    [InlineData("- ett\n\n- två", "<ul><li><p>ett</p></li><li><p>två</p></li></ul>")]
    [InlineData("[SCB](https://www.scb.se)", "<p><a href=\"https://www.scb.se\" rel=\"noopener nofollow\">SCB</a></p>")]
    [InlineData("[Mål 4](/vaggeryd/mal/4)", "<p><a href=\"/vaggeryd/mal/4\" rel=\"noopener nofollow\">Mål 4</a></p>")]
    [InlineData("[**här**][1]\n\n[1]: mal/4#skal", "<p><a href=\"mal/4#skal\" rel=\"noopener nofollow\"><strong>här</strong></a></p>")]
    [InlineData("<namn@kommun.se>", "<p><a href=\"mailto:namn@kommun.se\" rel=\"noopener nofollow\">namn@kommun.se</a></p>")]
    [InlineData("Se https://scb.se.", "<p>Se <a href=\"https://scb.se\" rel=\"noopener nofollow\">https://scb.se</a>.</p>")]
    [InlineData("Se www.scb.se", "<p>Se <a href=\"http://www.scb.se\" rel=\"noopener nofollow\">www.scb.se</a></p>")]
    [InlineData("![Karta](/karta.png)", "<p><a href=\"/karta.png\" rel=\"noopener nofollow\">Karta</a></p>")]
    [InlineData("[![Karta](/a.png)](/b)", "<p><a href=\"/b\" rel=\"noopener nofollow\">Karta</a></p>")]
    [InlineData("![Karta](data:image/png;base64,AA)", "<p>Karta</p>")]
    [InlineData("a|b\n-|-\n1|2", "<table><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr><tr><td>1</td><td>2</td></tr></table>")]
    [InlineData("> citat", "<p>&gt; citat</p>")]
    [InlineData("    indraget", "<p>indraget</p>")]
    [InlineData("`kod` & <b>fet</b>", "<p>`kod` &amp; &lt;b&gt;fet&lt;/b&gt;</p>")]
    [InlineData("&copy; &lt;b&gt;", "<p>© &lt;b&gt;</p>")]
    [InlineData("*ingen slut", "<p>*ingen slut</p>")]
    public void Is_written_as_people_expect(string? text, string html) => Markdown.ToHtml(text).ShouldBe(html);

    [Theory]
    [InlineData(null, "")]
    [InlineData("# Rubrik\n\nSkolan **är** [bra](/x).\nNy rad.\n\n- ett\n- två &amp; tre", "Rubrik Skolan är bra. Ny rad. ett två & tre")]
    [InlineData("a|b\n-|-\n1|2", "a b 1 2")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("Se https://scb.se och ![karta](k.png)", "Se https://scb.se och karta")]
    public void The_words_alone(string? text, string words) => Markdown.Plain(text).ShouldBe(words);

    [Theory]
    [InlineData("Trygghet i centrum", 18, "Trygghet i centrum")]
    [InlineData("Trygghet i centrum", 17, "Trygghet i…")]
    [InlineData("Trygghet, i centrum", 11, "Trygghet…")]
    [InlineData("Kommunstyrelseförvaltningen", 10, "Kommunsty…")]
    public void An_excerpt_ends_between_two_words(string text, int length, string excerpt)
    {
        Markdown.Plain(text, length).ShouldBe(excerpt);
        excerpt.Length.ShouldBeLessThanOrEqualTo(length);
    }

    [Fact]
    public void What_is_longer_than_may_be_is_cut() =>
        Markdown.ToHtml(new string('a', Markdown.MaximumLength + 1)).ShouldBe($"<p>{new string('a', Markdown.MaximumLength)}…</p>");
}
