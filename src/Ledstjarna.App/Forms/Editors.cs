namespace Ledstjarna.App.Forms;

/// <summary>Every kind of thing that is made and changed by a form, in the order people meet them.</summary>
public sealed class Editors(IReadOnlyList<IEditor> all)
{
    public IReadOnlyList<IEditor> All { get; } = all;

    public IEditor? Find(string key) => All.FirstOrDefault(e => e.Key == key);
}
