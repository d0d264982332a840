using Ledstjarna.Domain;

namespace Ledstjarna.Storage.Model;

/// <summary>The rows that a frozen follow-up rests on, as they then were. Only ever added.</summary>
public sealed class FrozenContent
{
    public required OrganisationId OrganisationId { get; init; }

    public required FrozenId Id { get; init; }

    /// <summary>By table, as JSON made by the database of its own rows.</summary>
    public required string Content { get; init; }

    /// <summary>Every status as it was computed, judged and decided, on every axis: what the page said.</summary>
    public required string Ratings { get; init; }
}
