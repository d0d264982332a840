using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.History;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.App.Features.Statistics;

/// <summary>
/// What is done about a definition that the source has changed: a break, so that values before are not compared with those after, or nothing, for
/// they can be.
/// </summary>
public sealed class HandleFactsChangeHandler(Ledger ledger, SteeringRecords records, StatisticsChanges changes, TimeProvider time)
{
    /// <param name="actor">Who.</param>
    /// <param name="indicator">Whose values, by code.</param>
    /// <param name="import">The import that brought the change.</param>
    /// <param name="makesBreak">Whether a break is to be made.</param>
    /// <param name="cancellation">Nothing is changed.</param>
    /// <exception cref="DomainRuleException">There is no such change.</exception>
    public async Task HandleAsync(Actor actor, string indicator, int import, bool makesBreak, CancellationToken cancellation)
    {
        actor.Require(Right.ManageMeasures);
        var record = (await records.ReadAsync(actor.Organisation, cancellation))!;
        var found =
            record.Indicators.FirstOrDefault(i => i.Code == indicator && i.KeyFigureCode is not null)
            ?? throw new DomainRuleException(RuleCode.IndicatorUnknown);
        var change =
            (await changes.FactsAsync([found.KeyFigureCode!], DateTime.MinValue.ToUniversalTime(), cancellation)).FirstOrDefault(c =>
                c.ImportId == import
            ) ?? throw new DomainRuleException(RuleCode.ChangedMeanwhile);
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                if (await db.Set<HandledFactsChange>().AnyAsync(h => h.IndicatorId == found.Id && h.ImportId == import, cancel))
                {
                    return [];
                }

                var day = BreakDay(change);
                db.Add(
                    new HandledFactsChange
                    {
                        OrganisationId = actor.Organisation,
                        IndicatorId = found.Id,
                        ImportId = import,
                        MadeBreak = makesBreak,
                        At = time.GetUtcNow().UtcDateTime,
                    }
                );
                var isNew = makesBreak && !await db.Set<IndicatorBreak>().AnyAsync(b => b.IndicatorId == found.Id && b.Day == day, cancel);
                if (isNew)
                {
                    db.Add(
                        new IndicatorBreak
                        {
                            OrganisationId = actor.Organisation,
                            IndicatorId = found.Id,
                            Day = day,
                            Reason = Reason(change),
                        }
                    );
                }

                return
                [
                    isNew
                        ? new ChangeEntry(
                            ChangeKind.Created,
                            "omlaggning",
                            $"{found.Id.Value}.{Swedish.Date(day)}",
                            $"{found.Name}, {Swedish.Date(day)}",
                            [
                                new FieldChange("day", "Från och med", null, Swedish.Date(day)),
                                new FieldChange("reason", "Varför", null, Reason(change)),
                            ]
                        )
                        : new ChangeEntry(
                            ChangeKind.Changed,
                            "indikator",
                            found.Id.Value.ToString(),
                            found.Name,
                            [
                                new FieldChange(
                                    "sourceChange",
                                    "Källans ändrade definition",
                                    null,
                                    makesBreak ? "Omläggningen fanns redan" : "Värdena går att jämföra"
                                ),
                            ]
                        ),
                ];
            },
            cancellation
        );
    }

    /// <summary>The first day of the year that the changed definition is published for first; else of the year it was fetched.</summary>
    public static DateOnly BreakDay(FactsChange change) => new(change.After?.NextYear ?? change.At.Year, 1, 1);

    private static string Reason(FactsChange change)
    {
        var what = string.Join(", ", FactsWords.Differences(change).Select(d => d.What.ToLowerInvariant()));
        return $"Källan har ändrat nyckeltalet {change.KeyFigure.Code}, hämtat {Swedish.Date(DateOnly.FromDateTime(change.At))}: {what}.";
    }
}
