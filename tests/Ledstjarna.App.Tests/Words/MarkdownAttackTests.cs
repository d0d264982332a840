using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Ledstjarna.App.Words;

namespace Ledstjarna.App.Tests.Words;

/// <summary>Whatever someone writes: nothing runs, nothing hangs.</summary>
public sealed class MarkdownAttackTests
{
    private static readonly string[] Addresses =
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "<java\nscript:alert(1)>",
        "javascript&colon;alert(1)",
        "javascript&#58;alert(1)",
        "&#x6A;avascript:alert(1)",
        "&#1;javascript:alert(1)",
        "java&Tab;script:alert(1)",
        "java&NewLine;script:alert(1)",
        "javascript\\:alert(1)",
        "javascript://%0aalert(1)",
        "vbscript:msgbox(1)",
        "data:text/html,<script>alert(1)</script>",
        "data:text/html;base64,PHNjcmlwdD4=",
        "feed:javascript:alert(1)",
        "view-source:javascript:alert(1)",
        "blob:https://a/b",
        "file:///etc/passwd",
        "ftp://a/b",
        "http://a.se'onmouseover='alert(1)JaVaScRiPt:alert(1)&",
        "//annan.se",
        "\\\\annan.se",
        "/\\annan.se",
        "https:javascript:alert(1)\" onclick=\"alert(1)",
        "\" onmouseover=\"alert(1)",
        "'onmouseover='alert(1)",
        "<x\" onclick=alert(1)>",
        "/a \"titel\\\" onclick=alert(1)\"",
        "https://a.se/?\"><script>alert(1)</script>",
    ];

    private static readonly string[] Texts =
    [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//a.se></SCRIPT>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<iframe srcdoc='<script>alert(1)</script>'>",
        "<a href=javascript:alert(1)>x</a>",
        "<math><mtext></p><style><img src=x onerror=alert(1)>",
        "<!--<img src='--><img src=x onerror=alert(1)//'>",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<?php echo 1 ?><script>alert(1)</script>",
        "<style>*{background:url(javascript:alert(1))}</style>",
        "<javascript:alert(1)>",
        "<data:text/html,x>",
        "<form action=javascript:alert(1)><button>x",
        "<b onclick=alert(1)>x</b>",
        "**<b>**<script>**alert(1)**",
        "# <script>alert(1)</script>",
        "- <script>alert(1)</script>",
        "a|<script>\n-|-\n<img onerror=alert(1)>|b",
        "```\n<script>alert(1)</script>\n```",
        "`<script>alert(1)</script>`",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "![\"><script>alert(1)</script>](x)",
        "![<img src=x onerror=alert(1)>](/y)",
        "[<script>alert(1)</script>](/x)",
        "[a][b]\n\n[b]: javascript:alert(1)",
        "[a][b]\n\n[b]: <javascript:alert(1)> \"titel\"",
        "https://a.se/\"onclick=alert(1)",
        "www.a.se/<script>alert(1)</script>",
        "\0<script\0>alert(1)</script>",
        "[a](/b \"<script>alert(1)</script>\")",
        "http://a.se'onmouseover='alert(1)",
        "|<a|\n|-|\n| href=javascript:alert(1)>|",
    ];

    public static TheoryData<string> Corpus => [.. Texts, .. Addresses.SelectMany(a => new[] { $"[a]({a})", $"![a]({a})" })];

    [Theory]
    [MemberData(nameof(Corpus))]
    public void Nothing_that_runs_is_let_in(string text) => Markup.Wrong(Markdown.ToHtml(text)).ShouldBeEmpty();

    [Fact]
    public void Whatever_is_written_only_what_is_known_comes_out()
    {
        var pieces = Gen.OneOf(
            Gen.Elements(Texts),
            Gen.Elements(Addresses),
            Gen.Elements(
                "*",
                "**",
                "_",
                "[",
                "]",
                "(",
                ")",
                "![",
                "](",
                "<",
                ">",
                "\"",
                "'",
                "`",
                "\\",
                "&",
                "|",
                "-|-",
                ":",
                "#",
                "- ",
                "1. ",
                "    "
            ),
            Gen.Elements(
                "\n",
                "\n\n",
                "\r\n",
                "\t",
                "\0",
                "\u00a0",
                "\u2028",
                "\uFFFF",
                "\uD800",
                "å",
                "😀",
                "on",
                "javascript:",
                "<script",
                "href="
            ),
            ArbMap.Default.GeneratorFor<string>().Select(s => s ?? "")
        );
        var texts = pieces.ListOf().Select(string.Concat).ToArbitrary();
        Prop.ForAll(
                texts,
                t =>
                {
                    Markup.Wrong(Markdown.ToHtml(t)).ShouldBeEmpty();
                    Markdown.Plain(t).ShouldNotContain('\n');
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    [Fact]
    public void The_test_itself_finds_what_is_wrong()
    {
        Markup.Wrong("<p onclick='x'>a</p>").ShouldBe(["p onclick"]);
        Markup.Wrong("<script>a</script>").ShouldBe(["script"]);
        Markup.Wrong("<a href='java&#9;script:a'>a</a>").ShouldBe(["java\tscript:a"]);
        Markup.Wrong("<a href='/a'><em><a href='/b'>b</a></em></a>").ShouldBe(["a"]);
    }

    public static TheoryData<string> Tangles =>
        [
            .. new[]
            {
                "[",
                "]",
                "![",
                "[](",
                "[a](",
                "[a][",
                "[][",
                ">",
                "> ",
                "- ",
                "1. ",
                "* ",
                "*",
                "*a",
                "*a **a ",
                "a_*",
                "a**b_",
                "_",
                "<",
                "<a",
                "<!--",
                "(",
                "\\",
                "`",
                "&",
                "|",
                "a|",
                "a|\n",
                "|-|\n",
                "[a]: b\n",
                "#\n",
                "a\n=\n",
                "http://(((",
                "http://a.b ",
                "www.a ",
                "\n",
                "\0",
                "\uD83D",
            }.Select(s => string.Concat(Enumerable.Repeat(s, Markdown.MaximumLength / s.Length))),
            new string('[', 10_000) + new string(']', 10_000),
            string.Concat(Enumerable.Repeat("*a ", 3_300)) + string.Concat(Enumerable.Repeat("b*", 5_000)),
            string.Concat(Enumerable.Repeat("[", 1_000)) + "a" + string.Concat(Enumerable.Repeat("](b)", 4_000)),
            string.Concat(Enumerable.Repeat("**a *a ", 600)) + string.Concat(Enumerable.Repeat("b* b** ", 600)),
            string.Concat(Enumerable.Repeat("a|", 40))
                + "\n"
                + string.Concat(Enumerable.Repeat("-|", 40))
                + "\n"
                + string.Concat(Enumerable.Repeat("a|\n", 6_000)),
            string.Concat(Enumerable.Repeat("a|", 3_000))
                + "\n"
                + string.Concat(Enumerable.Repeat("-|", 3_000))
                + "\n"
                + string.Concat(Enumerable.Repeat("a|\n", 2_000)),
            "[a]: http://" + new string('b', 16_000) + "\n\n" + string.Concat(Enumerable.Repeat("[a]", 999)),
            string.Concat(Enumerable.Range(0, 190).Select(i => new string(' ', i) + "- a\n")),
        ];

    [Theory]
    [MemberData(nameof(Tangles))]
    public void What_is_tangled_is_shown_all_the_same_and_soon(string text)
    {
        var started = Stopwatch.GetTimestamp();
        var html = Markdown.ToHtml(text);
        Markdown.Plain(text).Length.ShouldBeLessThanOrEqualTo(Markdown.MaximumLength);
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(5)); // half a second at most where nothing else runs
        html.Length.ShouldBeLessThan(50 * Markdown.MaximumLength);
        Markup.Wrong(html).ShouldBeEmpty();
    }
}
