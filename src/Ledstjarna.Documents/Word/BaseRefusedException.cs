namespace Ledstjarna.Documents.Word;

/// <summary>Why a template is not built on.</summary>
public enum BaseFault
{
    TooLarge,
    TooLargeUnpacked,

    /// <summary>More files packed in it than a template has use for.</summary>
    TooManyPackedFiles,

    /// <summary>No Word file of a kind we know: another kind, or nothing at all.</summary>
    NotWord,

    /// <summary>The .doc of before 2007.</summary>
    OldWord,

    /// <summary>Word's rare "Strict" form; saved as an ordinary Word file it can be used.</summary>
    Strict,

    /// <summary>Protected with a password.</summary>
    Encrypted,

    /// <summary>The end is not there.</summary>
    CutOff,

    /// <summary>It contradicts itself.</summary>
    Damaged,

    /// <summary>A document type definition, which none needs and attacks use.</summary>
    HasDtd,

    /// <summary>Programs within it (.docm, .dotm).</summary>
    Macros,

    /// <summary>It is tied to a template in some folder, which Word would fetch from there.</summary>
    AttachedTemplate,

    /// <summary>Another program's object, or another file, within it.</summary>
    EmbeddedObject,

    /// <summary>Something that Word would fetch from elsewhere when the file is opened.</summary>
    ExternalContent,

    /// <summary>A field in a header or footer that may fetch from elsewhere, or that we do not know.</summary>
    Field,
}

/// <summary>A template that is not built on.</summary>
/// <param name="fault">Stable: doors translate it to a sentence.</param>
/// <param name="detail">What in it, for the log.</param>
/// <param name="inner">What a reader further down said, for the log.</param>
public sealed class BaseRefusedException(BaseFault fault, string? detail = null, Exception? inner = null)
    : Exception($"{fault} {detail}".TrimEnd(), inner)
{
    public BaseFault Fault { get; } = fault;
}
