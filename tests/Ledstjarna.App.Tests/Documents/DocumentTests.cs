using System.Globalization;
using Ledstjarna.Documents;

namespace Ledstjarna.App.Tests.Documents;

/// <summary>What is no document cannot be made.</summary>
public sealed class DocumentTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \n\u0001")]
    public void A_document_has_a_title(string title) =>
        Should.Throw<ArgumentException>(() => new Document(title, "Kontoret", new DateOnly(2022, 6, 8), []));

    [Fact]
    public void A_language_is_one_that_there_is()
    {
        Should.Throw<CultureNotFoundException>(() => Samples.Memo() with { Language = "sv\"><script>" });
        (Samples.Memo() with { Language = "fi-FI" }).Language.ShouldBe("fi-FI");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void There_are_four_levels_of_headings(int level) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Heading(level, "Rubrik"));

    [Fact]
    public void A_row_has_a_cell_for_each_column() =>
        Should.Throw<ArgumentException>(() =>
            new Table(
                "t",
                [new TableColumn("a"), new TableColumn("b")],
                [
                    [new TableCell("1")],
                ]
            )
        );

    [Fact]
    public void A_table_has_columns_but_not_more_than_Word_can_have()
    {
        Should.Throw<ArgumentException>(() => new Table("t", [], []));
        Should.Throw<ArgumentException>(() => new Table("t", [.. Enumerable.Repeat(new TableColumn("a"), 64)], []));
    }

    [Fact]
    public void A_picture_has_words() => Should.Throw<ArgumentException>(() => new Figure(Samples.Png(2, 2), " \u0001 "));

    [Fact]
    public void A_picture_is_a_png_with_a_size()
    {
        Should.Throw<ArgumentException>(() => new Figure("GIF89a, men ganska långt så att det räcker"u8.ToArray(), "ord"));
        Should.Throw<ArgumentException>(() => new Figure(Samples.Png(2, 2).AsMemory()[..20], "ord"));
        var none = Samples.Png(2, 2);
        none.AsSpan(16, 4).Clear();
        Should.Throw<ArgumentException>(() => new Figure(none, "ord"));
    }
}
