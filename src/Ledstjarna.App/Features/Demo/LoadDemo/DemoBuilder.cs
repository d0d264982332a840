using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Principles;

namespace Ledstjarna.App.Features.Demo;

/// <summary>Makes the demonstration municipality's rows of the public facts and the examples. The same files give the same ids.</summary>
internal sealed partial class DemoBuilder
{
    public const string Slug = "vaggeryd";

    /// <summary>Who stands as the recorder of what is loaded.</summary>
    private const string Loader = "Demoladdning";

    private readonly DateOnly _today;
    private readonly DemoSources _sources;
    private readonly DemoExamples _examples;
    private readonly List<object> _rows = [];
    private readonly Dictionary<string, UnitId> _units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DecisionId> _decisions = new(StringComparer.Ordinal);

    private DemoBuilder(DemoSources sources, DemoExamples examples, DateOnly today) =>
        (_sources, _examples, _today) = (sources, examples, today);

    public static OrganisationId Organisation { get; } = new(Guid("organisation"));

    /// <summary>Every row, in no particular order.</summary>
    /// <param name="sources">What is public.</param>
    /// <param name="examples">What no source gives.</param>
    /// <param name="today">The day it is loaded: the follow-up that is open has its last days after it.</param>
    public static IReadOnlyList<object> Build(DemoSources sources, DemoExamples examples, DateOnly today)
    {
        var builder = new DemoBuilder(sources, examples, today);
        builder.AddOrganisation();
        builder.AddUnits();
        builder.AddPeople();
        builder.AddMatters();
        builder.AddDecisions();
        builder.AddVisionAndPrinciples();
        builder.AddStructures();
        builder.AddIndicators();
        builder.AddActivities();
        builder.AddFollowUps();
        builder.AddAssignments();
        builder.AddLevels();
        builder.AddRequests();
        return builder._rows;
    }

    internal static Guid Guid(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{Slug}/{name}")).AsSpan(0, 16));

    private void AddOrganisation() =>
        _rows.Add(
            new Organisation
            {
                OrganisationId = Organisation,
                Name = _sources.Municipality.Name,
                MunicipalityCode = new MunicipalityCode(_sources.Municipality.Code),
                Slug = Slug,
                IsDemo = true,
            }
        );

    private void AddUnits()
    {
        foreach (var body in _sources.Bodies.Concat(_sources.Companies))
        {
            AddUnit(body.Id, body.Name, KindOf(body), body.Parent);
        }

        foreach (var unit in _examples.Units)
        {
            AddUnit(unit.Id, unit.Name, unit.Kind, unit.Parent);
        }

        foreach (var body in (string[])["KF", "KS"])
        {
            _rows.Add(
                new Term
                {
                    OrganisationId = Organisation,
                    Id = new TermId(Guid($"term/{body}")),
                    UnitId = _units[body],
                    Validity = new Validity(new DateOnly(2019, 1, 1), new DateOnly(2022, 12, 31)),
                }
            );
        }
    }

    /// <summary>A ready user per role, without a password: the sign-in page offers them.</summary>
    private void AddPeople()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var account = new Account
            {
                OrganisationId = Organisation,
                Id = new AccountId(Guid($"account/{role}")),
                Email = $"{role.ToString().ToLowerInvariant()}@exempel.se",
                Name = ChoiceWords.Name(role),
            };
            _rows.Add(account);
            UnitId? unit = role switch
            {
                Role.Expert => _units["BUN"],
                Role.BodySecretary or Role.Representative => _units["KS"],
                _ => null,
            };
            _rows.Add(
                new RoleGrant
                {
                    OrganisationId = Organisation,
                    Id = new RoleGrantId(Guid($"grant/{role}")),
                    AccountId = account.Id,
                    Role = role,
                    UnitId = unit,
                }
            );
        }
    }

    private void AddUnit(string id, string name, UnitKind kind, string? parent)
    {
        _units[id] = new UnitId(Guid($"unit/{id}"));
        _rows.Add(
            new Unit
            {
                OrganisationId = Organisation,
                Id = _units[id],
                Kind = kind,
                Abbreviation = id,
                Name = name,
                ParentId = parent is null ? null : _units[parent],
            }
        );
    }

    private static UnitKind KindOf(DemoSources.BodyRow body) =>
        body.Type switch
        {
            "fullmäktige" => UnitKind.Council,
            "styrelse" => UnitKind.Board,
            "utskott" => UnitKind.WorkingCommittee,
            "presidium" => UnitKind.Presidium,
            "bolag" or "kommanditbolag" => UnitKind.Company,
            "redovisningsenhet" or "förvaltning med styrelse" => UnitKind.Administration,
            "nämnd" when body.Id != "VN" => UnitKind.Committee,
            _ => UnitKind.OtherBody,
        };

    /// <summary>What an office sent out is no decision of a body, and is left out.</summary>
    private void AddDecisions()
    {
        var bodies = _sources.Bodies.Select(b => b.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var row in _sources.Decisions.Where(d => bodies.Contains(d.Body)))
        {
            var paragraph = row.Paragraph is null ? "" : $" § {row.Paragraph}";
            AddDecision(DecisionReference.Parse($"{row.Body} {row.Date}{paragraph}"), row.Subject, isExample: false);
        }

        foreach (var row in _examples.Decisions)
        {
            AddDecision(DecisionReference.Parse(row.Reference), row.Subject, isExample: true);
        }
    }

    private void AddDecision(DecisionReference reference, string subject, bool isExample)
    {
        var id = new DecisionId(Guid($"decision/{reference}"));
        _decisions.Add(reference.ToString(), id);
        var detail = _examples.DecisionDetails.SingleOrDefault(d => DecisionReference.Parse(d.Reference) == reference);
        _rows.Add(
            new Decision
            {
                OrganisationId = Organisation,
                Id = id,
                BodyId = _units[reference.Body],
                MeetingDate = reference.MeetingDate,
                DayIsKnown = reference.DayIsKnown,
                Paragraph = reference.Paragraph,
                Subject = detail?.Subject ?? subject,
                Kind = detail?.Kind ?? DecisionKind.Decision,
                Outcome = detail?.Outcome,
                ReferredToId = detail?.ReferredTo is { } to ? _units[to] : null,
                Text = detail?.Text,
                MatterId = detail is null ? null : MatterIdOf(detail.Matter),
                IsExample = isExample,
            }
        );
    }

    private DecisionId? DecisionOf(string? reference) =>
        reference is null ? null : _decisions[DecisionReference.Parse(reference).ToString()];

    private void AddVisionAndPrinciples()
    {
        _rows.Add(
            new Vision
            {
                OrganisationId = Organisation,
                Id = new VisionId(Guid("vision")),
                Name = _sources.Vision.Name,
                Text = _sources.Vision.Motto,
                ReachesTo = int.Parse(_sources.Vision.ValidTo, CultureInfo.InvariantCulture),
                DecisionId = DecisionOf($"{_sources.Vision.ExtendedBy.Body} {_sources.Vision.ExtendedBy.Date}"),
            }
        );
        foreach (var (principle, order) in ShippedPrinciple.All.Select((p, i) => (p, i)))
        {
            _rows.Add(
                new OrganisationPrinciple
                {
                    OrganisationId = Organisation,
                    Id = PrincipleIdOf(principle.Key),
                    Key = principle.Key,
                    Name = principle.Name,
                    Words = principle.Words,
                    SourceNote = principle.SourceNote,
                    Rule = principle.Rule,
                    Order = order,
                }
            );
        }
    }

    private static PrincipleId PrincipleIdOf(string key) => new(Guid($"principle/{key}"));
}
