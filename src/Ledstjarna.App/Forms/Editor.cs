using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.App.Forms;

/// <summary>The words for a kind of thing.</summary>
/// <param name="One">"indikator"</param>
/// <param name="The">"indikatorn"</param>
/// <param name="Many">"indikatorer"</param>
/// <param name="New">"Ny indikator"</param>
public sealed record ThingName(string One, string The, string Many, string New);

/// <summary>A thing as the forms know it.</summary>
/// <param name="Id">In addresses and in the log.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Values">Its fields.</param>
/// <param name="Unit">Whose it is, for the rights. Null: no unit's in particular.</param>
/// <param name="Heading">What it stands under in a list of its kind. Null: nothing.</param>
public sealed record Thing(string Id, string Name, FormValues Values, UnitId? Unit, string? Heading = null);

/// <summary>A page about a thing that is no form of it.</summary>
/// <param name="Path">Below the organisation's address.</param>
/// <param name="Text">What it is called.</param>
public sealed record ThingLink(string Path, string Text);

/// <summary>What a form can show before anything is saved.</summary>
/// <param name="Button">What the button says.</param>
/// <param name="Result">The component that shows it: takes the <c>Place</c> and the <c>Rows</c> that would be saved.</param>
public sealed record Trial(string Button, Type Result);

/// <summary>
/// One kind of thing that people make and change by a form: its fields, what they mean in the domain, and who may. Forms, the log, undoing,
/// conflicts and the addresses are the same for all kinds.
/// </summary>
public interface IEditor
{
    /// <summary>In addresses and in the log: "mal".</summary>
    string Key { get; }

    ThingName Name { get; }

    /// <summary>The heading it stands under on the page of all there is to work with.</summary>
    string Group { get; }

    /// <summary>The right to make, change and remove what is such as these values say.</summary>
    Right RightFor(FormValues values);

    /// <summary>Asked for to open the page at all.</summary>
    IReadOnlyList<Right> Rights { get; }

    IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values);

    IEnumerable<Thing> All(SteeringRecord record);

    Thing? Find(SteeringRecord record, string id);

    /// <summary>What a new one begins with.</summary>
    FormValues Begin(SteeringRecord record, FormValues given);

    /// <summary>The rows that the thing consists of, as it is.</summary>
    IReadOnlyList<object> Rows(SteeringRecord record, string id);

    /// <summary>The rows it will consist of, made by the domain, which refuses what may not be.</summary>
    /// <param name="record">As it is.</param>
    /// <param name="id">Of the thing to change; null for a new one.</param>
    /// <param name="values">The form.</param>
    IReadOnlyList<object> Build(SteeringRecord record, string? id, FormValues values);

    /// <summary>Its id once it is what the values say.</summary>
    string IdOf(IReadOnlyList<object> rows);

    /// <summary>Whose it is once it is what the rows say; for the rights.</summary>
    UnitId? UnitOf(SteeringRecord record, IReadOnlyList<object> rows);

    /// <summary>What it is called then.</summary>
    string NameOf(SteeringRecord record, IReadOnlyList<object> rows);

    /// <summary>Why it may not be removed; null when it may.</summary>
    RuleCode? KeptBecause(SteeringRecord record, string id);

    /// <summary>Why it may not be changed; null when it may.</summary>
    RuleCode? LockedBecause(SteeringRecord record, string id);

    /// <summary>Where more can be done with it.</summary>
    IReadOnlyList<ThingLink> LinksOf(SteeringRecord record, string id);

    /// <summary>Null: there is nothing to try.</summary>
    Trial? Trial { get; }

    /// <summary>The fields with which it is ended; null where it cannot be.</summary>
    (string LastDay, string Decision)? Ending { get; }

    /// <summary>Below the organisation's address: where the thing is seen. Null: only in its form.</summary>
    string? SeenAt(SteeringRecord record, string id);

    /// <summary>Below the organisation's address: where one begins instead, when what is given is not enough for a form. Null: it is.</summary>
    string? BeginsAt(FormValues given);

    /// <summary>Whether new ones can be made.</summary>
    bool CanAdd { get; }

    /// <summary>What is told before one is removed. Null: there is one, and it is never removed.</summary>
    string? Removal { get; }
}

/// <summary>The one of a kind, in terms of the domain's class.</summary>
public abstract class Editor<T> : IEditor
    where T : class
{
    public abstract string Key { get; }

    public abstract ThingName Name { get; }

    public abstract string Group { get; }

    public abstract IReadOnlyList<Right> Rights { get; }

    public virtual bool CanAdd => true;

    public virtual string? Removal =>
        CanAdd ? $"{Swedish.Capital(Name.The)} tas bort. Ändringsloggen behåller vad som stod, och du kan ångra." : null;

    public virtual (string LastDay, string Decision)? Ending => null;

    public virtual Trial? Trial => null;

    public virtual Right RightFor(FormValues values) => Rights[0];

    public abstract IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values);

    public virtual FormValues Begin(SteeringRecord record, FormValues given) => given;

    public IEnumerable<Thing> All(SteeringRecord record) => Things(record).Select(t => Of(record, t));

    public Thing? Find(SteeringRecord record, string id) => FindThing(record, id) is { } t ? Of(record, t) : null;

    public virtual IReadOnlyList<object> Rows(SteeringRecord record, string id) =>
        FindThing(record, id) is { } t ? [t, .. Parts(record, t)] : [];

    public IReadOnlyList<object> Build(SteeringRecord record, string? id, FormValues values)
    {
        var before = id is null ? null : FindThing(record, id);
        if (before is not null && LockedBecause(record, before) is { } code)
        {
            throw new DomainRuleException(code);
        }

        var thing = Make(record, before, id, values);
        return [thing, .. MakeParts(record, before, thing, values)];
    }

    public string IdOf(IReadOnlyList<object> rows) => IdOf((T)rows[0]);

    public UnitId? UnitOf(SteeringRecord record, IReadOnlyList<object> rows) => UnitOf(record, (T)rows[0]);

    public string NameOf(SteeringRecord record, IReadOnlyList<object> rows) => NameOf(record, (T)rows[0]);

    public RuleCode? KeptBecause(SteeringRecord record, string id) => FindThing(record, id) is { } t ? KeptBecause(record, t) : null;

    public RuleCode? LockedBecause(SteeringRecord record, string id) => FindThing(record, id) is { } t ? LockedBecause(record, t) : null;

    public virtual IReadOnlyList<ThingLink> LinksOf(SteeringRecord record, string id) => [];

    public virtual string? SeenAt(SteeringRecord record, string id) => null;

    public virtual string? BeginsAt(FormValues given) => null;

    protected abstract IEnumerable<T> Things(SteeringRecord record);

    protected abstract string IdOf(T thing);

    protected abstract string NameOf(SteeringRecord record, T thing);

    protected abstract FormValues Read(SteeringRecord record, T thing);

    /// <summary>The thing that the values say. Throws what the domain refuses, with the field's name.</summary>
    /// <param name="record">As it is.</param>
    /// <param name="before">What it was; null for a new one.</param>
    /// <param name="id">Its id; null for a new one, not null for one that comes back.</param>
    /// <param name="values">The form.</param>
    protected abstract T Make(SteeringRecord record, T? before, string? id, FormValues values);

    /// <summary>Rows that belong to it and follow it.</summary>
    protected virtual IEnumerable<object> Parts(SteeringRecord record, T thing) => [];

    protected virtual IEnumerable<object> MakeParts(SteeringRecord record, T? before, T thing, FormValues values) => [];

    protected virtual RuleCode? LockedBecause(SteeringRecord record, T thing) => null;

    protected virtual RuleCode? KeptBecause(SteeringRecord record, T thing) => null;

    protected virtual UnitId? UnitOf(SteeringRecord record, T thing) => null;

    protected virtual string? HeadingOf(SteeringRecord record, T thing) => null;

    /// <summary>For the log, of one that was made or changed without the form.</summary>
    public IReadOnlyList<Domain.History.FieldChange> Changes(SteeringRecord record, T? before, T after)
    {
        var values = Read(record, after);
        return FieldChanges.Between(Fields(record, values), before is null ? null : Read(record, before), values);
    }

    /// <summary>What it is called.</summary>
    public string Named(SteeringRecord record, T thing) => NameOf(record, thing);

    /// <summary>The id of one that comes back, or a new one.</summary>
    protected static Guid IdFrom(string? id) => Guid.TryParse(id, out var known) ? known : Guid.CreateVersion7();

    protected T? FindThing(SteeringRecord record, string id) => Things(record).FirstOrDefault(t => IdOf(t) == id);

    private Thing Of(SteeringRecord record, T thing) =>
        new(IdOf(thing), NameOf(record, thing), Read(record, thing), UnitOf(record, thing), HeadingOf(record, thing));
}
