using System.Globalization;
using Ledstjarna.App.Forms;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.History;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Statistics;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Statistics;

/// <summary>Lets an indicator take its figures from a key figure.</summary>
/// <param name="KeyFigure">Which key figure.</param>
/// <param name="Indicator">Which indicator, by code. Null: a new one.</param>
/// <param name="Name">What the indicator is called.</param>
/// <param name="Unit">As it is shown after a value.</param>
/// <param name="Direction">Which way is better, confirmed by the person.</param>
/// <param name="Owner">The unit that follows it up.</param>
public sealed record BindIndicator(KeyFigure KeyFigure, string? Indicator, string Name, string Unit, Direction? Direction, UnitId? Owner);

/// <summary>
/// Binds an indicator to a key figure, new or one that is there, and hands the figures that have been fetched on to it at once. Its own figures stay.
/// </summary>
public sealed class BindIndicatorHandler(Ledger ledger, SteeringRecords records, Editors editors, TimeProvider time)
{
    private const string KindKey = "indikator";

    /// <returns>The indicator's code, and how many figures it got.</returns>
    /// <exception cref="DomainRuleException">What was said of the indicator may not be so.</exception>
    public async Task<(string Code, int Figures)> HandleAsync(Actor actor, BindIndicator command, CancellationToken cancellation)
    {
        actor.Require(Right.ManageMeasures);
        var editor = editors.Find(KindKey)!;
        var (code, figures) = ("", 0);
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var record = (await records.ReadAsync(actor.Organisation, cancel))!;
                var before = command.Indicator is null ? null : Find(record, command.Indicator);
                var id = before?.Id.Value.ToString();
                var now = id is null ? null : editor.Find(record, id)!.Values;
                var values = Values(now ?? New(editor, record), command, isNew: now is null);
                Require(editor, record, values);
                var rows = editor.Build(record, id, values);
                code = values["code"];
                var entries = new List<ChangeEntry>();
                if (FieldChanges.Between(editor.Fields(record, values), now, values) is { Count: > 0 } fields)
                {
                    RowChanges.Replace(db, id is null ? [] : editor.Rows(record, id), rows);
                    var kind = now is null ? ChangeKind.Created : ChangeKind.Changed;
                    entries.Add(new ChangeEntry(kind, KindKey, editor.IdOf(rows), editor.NameOf(record, rows), fields));
                    await db.SaveChangesAsync(cancel);
                }

                var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
                (figures, var delivered) = await DeliverFiguresHandler.DeliverAsync(db, actor.Organisation, today, cancel);
                return [.. entries, .. delivered];
            },
            cancellation
        );
        return (code, figures);
    }

    /// <summary>What a new indicator of a key figure begins as: split from its title and description, the direction where it has been judged.</summary>
    public static (string Name, string Unit) Proposal(KeyFigure keyFigure)
    {
        var parts = keyFigure.Facts.Parts;
        return (Cut(parts.Name, 300), Cut(parts.Unit ?? "", 60));
    }

    private static Indicator Find(SteeringRecord record, string code) =>
        record.Indicators.FirstOrDefault(i => string.Equals(i.Code, code, StringComparison.OrdinalIgnoreCase))
        ?? throw new DomainRuleException(RuleCode.IndicatorUnknown, "indicator");

    private static void Require(IEditor editor, SteeringRecord record, FormValues values)
    {
        if (editor.Fields(record, values).FirstOrDefault(f => f.IsRequired && values[f.Name].Length == 0) is { } missing)
        {
            throw new DomainRuleException(RuleCode.Required, missing.Name);
        }
    }

    private static FormValues New(IEditor editor, SteeringRecord record)
    {
        var taken = record.Indicators.Select(i => i.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var number = record.Indicators.Count + 1;
        while (taken.Contains($"I{number}"))
        {
            number++;
        }

        return editor.Begin(record, new FormValues()).With("code", string.Create(CultureInfo.InvariantCulture, $"I{number}"));
    }

    private static FormValues Values(FormValues values, BindIndicator command, bool isNew)
    {
        var facts = command.KeyFigure.Facts;
        var bound = values
            .With("keyFigure", command.KeyFigure.Code)
            .With("sourceKind", SourceKindOf(command.KeyFigure.Source).ToString())
            .With("source", Cut(SourceOf(command.KeyFigure), 300))
            .With("direction", command.Direction?.ToString() ?? "")
            .With("name", command.Name.Trim())
            .With("unit", command.Unit.Trim())
            .With("owner", command.Owner?.Value.ToString());
        return isNew
            ? bound
                .With("definition", Cut(facts.Description, 4000))
                .With("level", nameof(IndicatorLevel.National))
                .With("decimals", "1")
                .With(
                    "quality",
                    facts.Title.Contains("undersökning", StringComparison.OrdinalIgnoreCase)
                        ? nameof(QualityKind.Perceived)
                        : nameof(QualityKind.Actual)
                )
            : bound;
    }

    private static SourceKind SourceKindOf(StatisticsSource source) =>
        source switch
        {
            StatisticsSource.Kolada => SourceKind.Kolada,
            StatisticsSource.Scb => SourceKind.Scb,
            _ => SourceKind.Example,
        };

    /// <summary>As it is cited: the publisher, and who made the figures where that is told.</summary>
    private static string SourceOf(KeyFigure keyFigure) =>
        keyFigure.Source == StatisticsSource.Example ? "Exempel"
        : keyFigure.Facts.CitedSource is { } made ? $"{KeyFigureWords.Name(keyFigure.Source)} ({made})"
        : KeyFigureWords.Name(keyFigure.Source);

    private static string Cut(string text, int most) => text.Length > most ? text[..most].TrimEnd() : text;
}
