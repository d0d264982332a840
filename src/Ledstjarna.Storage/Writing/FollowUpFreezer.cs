using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.Storage.Writing;

/// <summary>Keeps the rows that a follow-up rests on as they are, in the transaction in which it is decided: whole or not at all.</summary>
public static class FollowUpFreezer
{
    /// <summary>How many years back others' figures are kept: no indicator is compared by one that is older.</summary>
    private const int YearsOfOthers = 8;

    private const string InStructure =
        "exists (select 1 from goals g where g.organisation_id = t.organisation_id and g.id = t.goal_id and g.structure_id = {1})";

    private const string Measured = """
        (select m.indicator_id from measures m join goals g on g.organisation_id = m.organisation_id and g.id = m.goal_id
          where m.organisation_id = {0} and g.structure_id = {1} and m.indicator_id is not null)
        """;

    private const string OfIndicators =
        $"(t.indicator_id in {Measured} or t.indicator_id in (select i.substitute_id from indicators i where i.organisation_id = {{0}} and i.id in {Measured}))";

    /// <summary>Every table whose rows decide how the goals stood, and which of its rows.</summary>
    private static readonly (string Table, string Rows)[] Parts =
    [
        ("goal_structures", "t.id = {1}"),
        ("goals", "t.structure_id = {1}"),
        ("clarifications", InStructure),
        ("expected_outcomes", InStructure),
        ("contributions", InStructure),
        ("measures", InStructure),
        ("principles", "t.id = {2}"),
        ("indicators", OfIndicators.Replace("t.indicator_id", "t.id", StringComparison.Ordinal)),
        ("indicator_breaks", OfIndicators),
        ("targets", OfIndicators),
        ("observations", OfIndicators + " and t.recorded_on <= {4}"),
        ("activities", "exists (select 1 from measures m where m.organisation_id = t.organisation_id and m.activity_id = t.id)"),
        ("judgements", "t.follow_up_id = {3}"),
        ("requests", "t.follow_up_id = {3} and t.reported_at is not null"),
    ];

    private static readonly string Sql =
        "insert into frozen_contents (organisation_id, id, content, ratings) select {0}, {5}, jsonb_build_object("
        + string.Join(
            ",",
            Parts.Select(p =>
                $"'{p.Table}', (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from {p.Table} t where t.organisation_id = {{0}} and {p.Rows})"
            )
        )
        + """
            , 'comparison_figures', (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from statistics.comparison_figures t
                 where t.code in (select i.comparison_code from indicators i where i.organisation_id = {0}))
            , 'comparison_values', (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from statistics.comparison_values t
                 where t.figure_code in (select i.comparison_code from indicators i where i.organisation_id = {0}))
            , 'national', (select coalesce(jsonb_agg(jsonb_build_object('code', k.code, 'year', f.year, 'municipality', a.code, 'value', f.value)), '[]')
                 from statistics.key_figures k
                 join statistics.figures f on f.key_figure_id = k.id and f.gender = 0 and f.value is not null
                      and f.year > extract(year from {7}::date) - {8} and f.year <= extract(year from {7}::date)
                 join statistics.areas a on a.id = f.area_id and a.kind = 'Municipality'
                where k.code in (select i.key_figure_code from indicators i where i.organisation_id = {0}))), {6}::jsonb
            """;

    /// <summary>What was changed before is to be saved already: the database copies its own rows.</summary>
    /// <param name="db">In the transaction of the decision.</param>
    /// <param name="followUp">As it is decided.</param>
    /// <param name="frozen">By whom, when and of what.</param>
    /// <param name="ratings">Every status as the page says it, as JSON.</param>
    /// <param name="cancellation">Nothing is frozen.</param>
    public static async Task FreezeAsync(
        LedstjarnaContext db,
        FollowUp followUp,
        FrozenFollowUp frozen,
        string ratings,
        CancellationToken cancellation
    )
    {
        db.Add(frozen);
        await db.SaveChangesAsync(cancellation);
        await db.Database.ExecuteSqlRawAsync(
            Sql,
            [
                followUp.OrganisationId.Value,
                followUp.StructureId.Value,
                followUp.PrincipleId.Value,
                followUp.Id.Value,
                followUp.KnownAt,
                frozen.Id.Value,
                ratings,
                followUp.CutOff,
                YearsOfOthers,
            ],
            cancellation
        );
    }
}
