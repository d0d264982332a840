namespace Ledstjarna.Documents;

/// <summary>What a document is made of, from top to bottom.</summary>
public abstract record Block;

/// <summary>A heading below the document's title.</summary>
/// <param name="Level">1 to 4. A level is never jumped over on the way down, or the outline has a hole; that is for the maker to see to.</param>
/// <param name="Text">On one line.</param>
public sealed record Heading(int Level, string Text) : Block
{
    public const int Deepest = 4;

    /// <summary>1 to 4.</summary>
    public int Level { get; } = Level is >= 1 and <= Deepest ? Level : throw new ArgumentOutOfRangeException(nameof(Level));
}

/// <summary>Running text.</summary>
public sealed record Paragraph(IReadOnlyList<Run> Runs) : Block
{
    public Paragraph(string text)
        : this([new Run(text)]) { }
}

/// <summary>What a person would write with a hyphen or a number before each.</summary>
public abstract record ListBlock(IReadOnlyList<ListItem> Items) : Block;

/// <summary>The order means nothing.</summary>
public sealed record BulletList(IReadOnlyList<ListItem> Items) : ListBlock(Items);

/// <summary>The order means something, or the numbers are referred to.</summary>
/// <param name="Items">In their order.</param>
/// <param name="Start">The first number; 0 or more.</param>
public sealed record NumberedList(IReadOnlyList<ListItem> Items, int Start = 1) : ListBlock(Items)
{
    /// <summary>0 or more.</summary>
    public int Start { get; } = Start >= 0 ? Start : throw new ArgumentOutOfRangeException(nameof(Start));
}

/// <summary>The first block stands beside the bullet or number; lists among the others are within this one.</summary>
public sealed record ListItem(IReadOnlyList<Block> Blocks)
{
    public ListItem(string text)
        : this([new Paragraph(text)]) { }
}

/// <summary>Words with their explanations, such as "Handläggare: kommunledningskontoret".</summary>
public sealed record Facts(IReadOnlyList<Fact> Items) : Block;

/// <summary>One of the <see cref="Facts"/>.</summary>
/// <param name="Term">Without a colon.</param>
/// <param name="Runs">What there is to say of it.</param>
public sealed record Fact(string Term, IReadOnlyList<Run> Runs)
{
    public Fact(string term, string text)
        : this(term, [new Run(text)]) { }
}

/// <summary>What follows begins on a new page.</summary>
public sealed record PageBreak : Block;
