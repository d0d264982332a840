namespace Ledstjarna.Domain.Matters;

/// <summary>What bodies decide about, as far as the steering needs it (ärende). The diary is another system.</summary>
public sealed class Matter
{
    public required OrganisationId OrganisationId { get; init; }

    public required MatterId Id { get; init; }

    /// <summary>As the diary gives it: <c>KS 2019/160</c>. Unique in the organisation.</summary>
    public required string DiaryNumber
    {
        get;
        init => field = Require.Text(value, "diaryNumber", 50);
    }

    public required string Title
    {
        get;
        init => field = Require.Text(value, "title", 300);
    }

    /// <summary>The unit that prepares it. Null: not stated.</summary>
    public UnitId? UnitId { get; init; }

    /// <summary>Who prepares it, as a role (handläggare).</summary>
    public string? HandlerRole { get; init; }

    /// <summary>What it is about, in a few sentences.</summary>
    public string? Summary { get; init; }

    public bool IsExample { get; init; }
}

/// <summary>A document in a matter. Its content is kept apart.</summary>
public sealed class MatterDocument
{
    public required OrganisationId OrganisationId { get; init; }

    public required MatterDocumentId Id { get; init; }

    public required MatterId MatterId { get; init; }

    public required string Title
    {
        get;
        init => field = Require.Text(value, "title", 300);
    }

    /// <summary>As it was sent, without folders.</summary>
    public required string FileName
    {
        get;
        init => field = Require.Text(value, "fileName", 200);
    }

    /// <summary>What its content was found to be.</summary>
    public required string MediaType { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }

    public required DateOnly AddedOn { get; init; }

    /// <summary>Who added it, as the change log names them.</summary>
    public required string AddedBy { get; init; }
}
