namespace Ledstjarna.Integrations.Http;

/// <summary>Why a source's answer could not be had or used.</summary>
public enum SourceFault
{
    /// <summary>The host is not there, or broke off.</summary>
    Unreachable,

    /// <summary>No answer in time.</summary>
    TooSlow,

    /// <summary>The source said no, or that it is broken.</summary>
    Refused,

    /// <summary>What was asked for is not there, or no longer as it was chosen.</summary>
    NotThere,

    /// <summary>The source asks for fewer questions, for longer than we wait.</summary>
    TooManyRequests,

    /// <summary>More would be answered than the source lets through.</summary>
    TooManyCells,

    /// <summary>The answer is larger than we take.</summary>
    TooLarge,

    /// <summary>The answer leads to another host, or the next page lies outside the source.</summary>
    Elsewhere,

    /// <summary>The host's address is within a private network.</summary>
    PrivateAddress,

    /// <summary>The next page is one that has been read already, or there are more pages than there can be.</summary>
    EndlessPages,

    /// <summary>The answer is not what the source's documentation says.</summary>
    Unreadable,
}

/// <summary>A source's answer could not be had or used.</summary>
/// <param name="fault">Why.</param>
/// <param name="address">What was asked for: an address or a file.</param>
/// <param name="detail">What the source or the machine said, or where in the answer it is.</param>
/// <param name="inner">What lies under it.</param>
public sealed class SourceException(SourceFault fault, string address, string? detail = null, Exception? inner = null)
    : Exception($"{fault}: {address} {detail}", inner)
{
    public SourceFault Fault { get; } = fault;

    public string Address { get; } = address;

    public string? Detail { get; } = detail;
}
