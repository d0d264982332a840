using Ledstjarna.App.Forms;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Principles;

namespace Ledstjarna.App.Features.Principles;

/// <summary>The organisation's own principles. One that shipped, or has judged goals, is copied instead of changed.</summary>
internal sealed class PrincipleEditor : Editor<OrganisationPrinciple>
{
    public const string KindKey = "princip";

    /// <summary>In the address of a new one: the one that it begins as a copy of.</summary>
    public const string CopyOf = "av";

    public override string Key => KindKey;
    public override ThingName Name => new("princip", "principen", "principer för bedömning", "Ny princip");
    public override string Group => "Målen";
    public override IReadOnlyList<Right> Rights => [Right.ManagePrinciples];
    public override Trial? Trial => new("Pröva mot dagens siffror", typeof(TrialResult));

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values) =>
        PrincipleFields.All(LevelNames(record), values);

    /// <summary>A copy of the one that was asked for, or else of the first.</summary>
    public override FormValues Begin(SteeringRecord record, FormValues given)
    {
        var (asked, first) = (FindThing(record, given[CopyOf]), record.Principles.Count > 0 ? record.Principles[0] : null);
        var values = PrincipleForm.Read(asked?.Rule ?? first?.Rule ?? ShippedPrinciple.All[0].Rule);
        return asked is null
            ? values
            : values.With("name", CopyName(record, asked.Name)).With("words", asked.Words).With("sourceNote", $"Kopia av {asked.Name}.");
    }

    public override IReadOnlyList<ThingLink> LinksOf(SteeringRecord record, string id) =>
        [new($"arbeta/{KindKey}/ny?{CopyOf}={Uri.EscapeDataString(id)}", "Kopiera och ändra")];

    public override string? SeenAt(SteeringRecord record, string id) => FindThing(record, id) is { } p ? $"principer#{p.Key}" : null;

    protected override IEnumerable<OrganisationPrinciple> Things(SteeringRecord record) => record.Principles;

    protected override string IdOf(OrganisationPrinciple thing) => thing.Id.Value.ToString();

    protected override string NameOf(SteeringRecord record, OrganisationPrinciple thing) => thing.Name;

    protected override FormValues Read(SteeringRecord record, OrganisationPrinciple thing) =>
        PrincipleForm.Read(thing.Rule).With("name", thing.Name).With("words", thing.Words).With("sourceNote", thing.SourceNote);

    protected override OrganisationPrinciple Make(SteeringRecord record, OrganisationPrinciple? before, string? id, FormValues values)
    {
        var own = before?.Id ?? new PrincipleId(IdFrom(id));
        if (record.Principles.Any(p => p.Id != own && string.Equals(p.Name, values["name"], StringComparison.OrdinalIgnoreCase)))
        {
            throw new DomainRuleException(RuleCode.NameTaken, "name");
        }

        return new OrganisationPrinciple
        {
            OrganisationId = record.Organisation.OrganisationId,
            Id = own,
            Key = before?.Key ?? $"egen-{own.Value.ToString("N")[^12..]}",
            Name = values["name"],
            Words = values["words"],
            SourceNote = values["sourceNote"],
            Rule = PrincipleForm.Make(LevelNames(record), values),
            Order = before?.Order ?? record.Principles.Select(p => p.Order).DefaultIfEmpty(-1).Max() + 1,
        };
    }

    protected override RuleCode? LockedBecause(SteeringRecord record, OrganisationPrinciple thing) =>
        PrincipleRules.LockedBecause(record, thing);

    protected override RuleCode? KeptBecause(SteeringRecord record, OrganisationPrinciple thing) =>
        PrincipleRules.LockedBecause(record, thing);

    /// <summary>Every level of every structure, and those that a principle has a rule for though no structure has them.</summary>
    private static IReadOnlyList<string> LevelNames(SteeringRecord record) =>
        [
            .. record
                .Structures.OrderByDescending(s => s.Validity.From)
                .SelectMany(s => s.LevelNames)
                .Concat(record.Principles.SelectMany(p => p.Rule.Levels.Keys))
                .Distinct(StringComparer.Ordinal),
        ];

    private static string CopyName(SteeringRecord record, string name) =>
        Enumerable
            .Range(1, record.Principles.Count + 1)
            .Select(n => $"{name[..Math.Min(name.Length, 180)]}, {(n == 1 ? "egen" : $"egen {n}")}")
            .First(candidate => !record.Principles.Any(p => string.Equals(p.Name, candidate, StringComparison.OrdinalIgnoreCase)));
}
