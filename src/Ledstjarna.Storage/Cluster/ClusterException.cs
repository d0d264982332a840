namespace Ledstjarna.Storage.Cluster;

/// <summary>The database cannot be had. The message is for the person at the console, in Swedish and in English, and says what to do.</summary>
public sealed class ClusterException(string swedish, string english, Exception? inner = null) : Exception($"{swedish}\n{english}", inner)
{
    public string Swedish { get; } = swedish;

    public string English { get; } = english;
}
