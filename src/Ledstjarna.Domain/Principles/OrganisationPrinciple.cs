using Ledstjarna.Domain.Assessment;

namespace Ledstjarna.Domain.Principles;

/// <summary>A principle in an organisation's keeping: the rule, and the words that say it to people.</summary>
public sealed class OrganisationPrinciple
{
    public required OrganisationId OrganisationId { get; init; }

    public required PrincipleId Id { get; init; }

    /// <summary>Short and stable; part of addresses.</summary>
    public required string Key
    {
        get;
        init => field = Require.Text(value, "key", 60);
    }

    public required string Name
    {
        get;
        init => field = Require.Text(value, "name", 200);
    }

    /// <summary>Half a page; blank lines part the paragraphs.</summary>
    public required string Words
    {
        get;
        init => field = Require.Text(value, "words");
    }

    /// <summary>What it comes from.</summary>
    public required string SourceNote
    {
        get;
        init => field = Require.Text(value, "sourceNote");
    }

    public required Principle Rule { get; init; }

    public required int Order { get; init; }
}
