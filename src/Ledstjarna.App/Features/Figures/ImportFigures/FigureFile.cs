using System.Security.Cryptography;
using Ledstjarna.App.Recording;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Periods;
using Ledstjarna.Integrations.Files;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Figures;

/// <summary>What bringing in a line would do.</summary>
public enum LineKind
{
    Refused,
    New,
    Changed,
    Same,

    /// <summary>The cell is blank, which says nothing.</summary>
    Blank,
}

/// <summary>One figure of a file.</summary>
/// <param name="Row">As the spreadsheet numbers it.</param>
/// <param name="Column">As the spreadsheet names it: of the value, or of what is wrong.</param>
/// <param name="Kind">What would be done.</param>
/// <param name="Text">The cell as it stands.</param>
/// <param name="Problem">Why it is refused; null when it is not.</param>
public sealed record FileLine(int Row, string Column, LineKind Kind, string Text, string? Problem)
{
    /// <summary>Null where the line does not say of which.</summary>
    public Indicator? Indicator { get; init; }

    /// <summary>Null where nothing is to be recorded.</summary>
    public NewFigure? Figure { get; init; }
}

/// <summary>A file of figures, read against what stands now.</summary>
public sealed class FigureFile
{
    private const int LongestNote = 500;

    private readonly Table _table;
    private readonly FigureColumns _columns;
    private readonly Actor _actor;
    private readonly MissingReason? _otherwise;
    private readonly int _lastYear;
    private readonly Dictionary<string, Indicator> _indicators;
    private readonly Dictionary<FigureKey, CurrentFigure> _now;
    private readonly IReadOnlyDictionary<IndicatorId, PeriodKind> _kinds;
    private readonly Dictionary<FigureKey, int> _seen = [];
    private readonly List<FileLine> _lines = [];

    private FigureFile(Table table, FigureColumns columns, SteeringRecord record, Actor actor, DateOnly today, MissingReason? otherwise)
    {
        (_table, _columns, _actor, _otherwise, _lastYear) = (table, columns, actor, otherwise, today.Year + 1);
        _indicators = record.Indicators.ToDictionary(i => i.Code, StringComparer.OrdinalIgnoreCase);
        foreach (var named in record.Indicators.GroupBy(i => i.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() == 1))
        {
            _indicators.TryAdd(named.Key, named.Single());
        }

        _now = LatestFigures.Of(record, _ => true);
        _kinds = record.PeriodKinds();
    }

    /// <summary>In the file's order.</summary>
    public IReadOnlyList<FileLine> Lines => _lines;

    /// <summary>Whether some mark that a figure is missing has no reason of its own.</summary>
    public bool AsksForReason { get; private set; }

    /// <summary>What there is to record.</summary>
    public IReadOnlyList<NewFigure> Figures => [.. _lines.Where(l => l.Kind is LineKind.New or LineKind.Changed).Select(l => l.Figure!)];

    public int Count(LineKind kind) => _lines.Count(l => l.Kind == kind);

    /// <summary>A hash of all that would be done: other when the file or what stands now is other.</summary>
    public string Digest()
    {
        using var hash = SHA256.Create();
        using var sink = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write);
        using var writer = new BinaryWriter(new BufferedStream(sink, 1 << 16));
        foreach (var figure in Figures)
        {
            writer.Write(figure.Key.Indicator.Value.ToByteArray());
            writer.Write(figure.Key.Period.ToString());
            writer.Write((byte)figure.Key.Breakdown);
            Write(figure.Opened);
            Write(figure.Figure);
        }

        writer.Flush();
        sink.FlushFinalBlock();
        return Convert.ToHexStringLower(hash.Hash!);

        void Write(CurrentFigure figure)
        {
            writer.Write(figure.Value ?? double.NaN);
            writer.Write((int?)figure.Missing ?? -1);
            writer.Write(figure.Margin ?? double.NaN);
            writer.Write(figure.Answers ?? -1);
            writer.Write(figure.IsPreliminary);
            writer.Write(figure.Note ?? "");
            writer.Write(figure.ExpectedOn?.DayNumber ?? -1);
        }
    }

    /// <param name="table">What was sent.</param>
    /// <param name="columns">What its columns hold; without problems.</param>
    /// <param name="place">Who brings it in, and where.</param>
    /// <param name="otherwise">Why figures are missing that the file gives no reason for; null refuses them.</param>
    public static FigureFile Read(Table table, FigureColumns columns, Doors.Web.Place place, MissingReason? otherwise)
    {
        var file = new FigureFile(table, columns, place.Record, place.Actor, place.Today, otherwise);
        foreach (var row in table.Rows.Skip(columns.Heading + 1))
        {
            file.ReadRow(row);
        }

        return file;
    }

    private void ReadRow(TableRow row)
    {
        if (_columns.Of(FigureColumn.Value) is >= 0 and var value)
        {
            var period = _columns.Of(FigureColumn.Period);
            ReadCell(row, value, period, row[period]);
            return;
        }

        var headings = _table.Rows[_columns.Heading];
        for (var i = 0; i < _columns.Kinds.Count; i++)
        {
            if (_columns.Kinds[i] == FigureColumn.ValueOfHeading)
            {
                ReadCell(row, i, i, headings[i]);
            }
        }
    }

    private void ReadCell(TableRow row, int column, int periodColumn, string periodText)
    {
        try
        {
            _lines.Add(Line(row, column, periodColumn, periodText));
        }
        catch (CellRefusedException e)
        {
            _lines.Add(
                new FileLine(row.Number, Table.ColumnName(e.Column), LineKind.Refused, Short(row[e.Column]), e.Message)
                {
                    Indicator = e.Indicator,
                }
            );
        }
    }

    private FileLine Line(TableRow row, int column, int periodColumn, string periodText)
    {
        var reason = Reason(row);
        var typed = FigureText.Parse(row[column]);
        if (typed.Kind == FigureKind.Blank && reason is null)
        {
            return new FileLine(row.Number, Table.ColumnName(column), LineKind.Blank, "", null);
        }

        var indicator = IndicatorOf(row);
        if (row.IsFormula(column))
        {
            throw new CellRefusedException(column, "Cellen är en formel. Klistra in den som värde.", indicator);
        }

        var key = new FigureKey(indicator.Id, PeriodOf(periodColumn, periodText, indicator), BreakdownOf(row));
        if (!_seen.TryAdd(key, row.Number))
        {
            throw new CellRefusedException(column, $"Samma indikator, period och kön står redan på rad {_seen[key]}.", indicator);
        }

        var now = _now.GetValueOrDefault(key);
        var (value, missing) = Meaning(typed, reason, column, indicator);
        value = value is { } v && now.Value is { } was && Math.Abs(v - was) <= 1e-13 * Math.Abs(was) ? was : value;
        var isSame = (value, missing) == (now.Value, now.Missing);
        var figure = new CurrentFigure(value, missing)
        {
            Margin = Has(FigureColumn.Margin) ? Margin(row) : Kept(now.Margin),
            Answers = Has(FigureColumn.Answers) ? Answers(row) : Kept(now.Answers),
            IsPreliminary = Has(FigureColumn.Preliminary) ? IsPreliminary(row) : isSame && now.IsPreliminary,
            Note =
                Has(FigureColumn.Note) ? Note(row)
                : isSame ? now.Note
                : null,
            ExpectedOn =
                missing is null ? null
                : Has(FigureColumn.ExpectedOn) ? ExpectedOn(row)
                : Kept(now.ExpectedOn),
        };
        if (figure.Margin is not null && figure.Value is null)
        {
            throw new CellRefusedException(_columns.Of(FigureColumn.Margin), "En siffra som saknas har ingen felmarginal.", indicator);
        }

        var kind =
            figure == now ? LineKind.Same
            : now.Value is null && now.Missing is null or MissingReason.Withdrawn ? LineKind.New
            : LineKind.Changed;
        return new FileLine(row.Number, Table.ColumnName(column), kind, Short(row[column]), null)
        {
            Indicator = indicator,
            Figure = new NewFigure(key, figure, now),
        };

        T? Kept<T>(T? was)
            where T : struct => isSame ? was : null;
    }

    private Indicator IndicatorOf(TableRow row)
    {
        var column = _columns.Of(FigureColumn.Indicator);
        var text = row[column].Trim();
        var indicator =
            _indicators.GetValueOrDefault(text)
            ?? throw new CellRefusedException(
                column,
                text.Length == 0 ? "Indikatorns kod saknas." : "Det finns ingen indikator med den koden eller det namnet."
            );
        return _actor.May(Right.RecordFigures, indicator.OwnerId)
            ? indicator
            : throw new CellRefusedException(column, "Indikatorn följs upp av en annan enhet än din.", indicator);
    }

    private Period PeriodOf(int column, string text, Indicator indicator)
    {
        var period =
            FigureColumns.PeriodIn(text)
            ?? throw new CellRefusedException(
                column,
                "Perioden går inte att läsa. Skriv 2022, 2022T1, 2022Q1, 2022H1 eller 2022-05.",
                indicator
            );
        return period.Year > _lastYear ? throw new CellRefusedException(column, "Perioden ligger för långt fram.", indicator)
            : period.Kind != _kinds[indicator.Id]
                ? throw new CellRefusedException(column, $"Indikatorn mäts per {ChoiceWords.Name(_kinds[indicator.Id])}.", indicator)
            : period;
    }

    private Breakdown BreakdownOf(TableRow row)
    {
        var column = _columns.Of(FigureColumn.Breakdown);
        var text = column < 0 ? "" : row[column].Trim().ToUpperInvariant();
        return text switch
        {
            "" or "TOTALT" or "T" or "ALLA" => Breakdown.Total,
            "KVINNOR" or "KVINNA" or "K" => Breakdown.Women,
            "MÄN" or "MAN" or "M" => Breakdown.Men,
            _ => throw new CellRefusedException(column, "Skriv totalt, kvinnor eller män."),
        };
    }

    private (double? Value, MissingReason? Missing) Meaning(FigureText typed, MissingReason? reason, int column, Indicator indicator)
    {
        switch (typed.Kind)
        {
            case FigureKind.Value when reason is not null:
                throw new CellRefusedException(
                    column,
                    "Här står både ett värde och ett skäl till att det saknas. Ta bort det ena.",
                    indicator
                );
            case FigureKind.Value when typed.IsPercent && !indicator.Unit.Contains('%'):
                throw new CellRefusedException(column, $"Värdet är i procent, men indikatorn mäts i {indicator.Unit}.", indicator);
            case FigureKind.Value:
                return (typed.Value, null);
            case FigureKind.NotANumber:
                throw new CellRefusedException(column, "Det är inget tal. Skriv till exempel 12,5, eller .. om siffran saknas.", indicator);
            default:
                AsksForReason |= reason is null;
                return (
                    null,
                    reason
                        ?? _otherwise
                        ?? throw new CellRefusedException(
                            column,
                            "Siffran saknas utan skäl. Välj skäl ovan, eller skriv det i en kolumn Skäl.",
                            indicator
                        )
                );
        }
    }

    private MissingReason? Reason(TableRow row)
    {
        var column = _columns.Of(FigureColumn.Reason);
        return column < 0 || row[column].Trim() is not { Length: > 0 } text
            ? null
            : FigureWords.Reason(text)
                ?? throw new CellRefusedException(
                    column,
                    $"Skälet är inget av dessa: {Swedish.Or([.. FigureWords.Reasons.Select(StatusWords.Reason)])}."
                );
    }

    private double? Margin(TableRow row)
    {
        var column = _columns.Of(FigureColumn.Margin);
        var typed = FigureText.Parse(row[column]);
        return typed.Kind switch
        {
            FigureKind.Blank => null,
            FigureKind.Value when typed.Value >= 0 => typed.Value,
            _ => throw new CellRefusedException(column, "Felmarginalen ska vara ett tal som är noll eller större."),
        };
    }

    private int? Answers(TableRow row)
    {
        var column = _columns.Of(FigureColumn.Answers);
        var typed = FigureText.Parse(row[column]);
        return typed.Kind switch
        {
            FigureKind.Blank => null,
            FigureKind.Value when typed.Value is >= 0 and <= int.MaxValue && double.IsInteger(typed.Value.Value) => (int)typed.Value,
            _ => throw new CellRefusedException(column, "Antalet svar ska vara ett heltal som är noll eller större."),
        };
    }

    private bool IsPreliminary(TableRow row)
    {
        var column = _columns.Of(FigureColumn.Preliminary);
        return row[column].Trim().ToUpperInvariant() switch
        {
            "" or "NEJ" or "0" or "FALSKT" => false,
            "JA" or "1" or "X" or "SANT" => true,
            _ => throw new CellRefusedException(column, "Skriv ja eller nej."),
        };
    }

    private string? Note(TableRow row)
    {
        var column = _columns.Of(FigureColumn.Note);
        var text = row[column].Trim();
        return text.Length <= LongestNote
            ? text is ""
                ? null
                : text
            : throw new CellRefusedException(column, $"Anmärkningen är längre än {LongestNote} tecken. Korta den.");
    }

    private DateOnly? ExpectedOn(TableRow row)
    {
        var column = _columns.Of(FigureColumn.ExpectedOn);
        var text = row[column].Trim();
        return text.Length == 0 ? null
            : DateText.TryParse(text, out var day) ? day
            : throw new CellRefusedException(column, "Skriv datumet som 2026-12-31.");
    }

    private bool Has(FigureColumn kind) => _columns.Of(kind) >= 0;

    private static string Short(string text) => text.Length > 80 ? $"{text[..80]} …" : text;

    /// <summary>A cell that cannot be read; only within the reading.</summary>
    private sealed class CellRefusedException(int column, string message, Indicator? indicator = null) : Exception(message)
    {
        public int Column { get; } = column;

        public Indicator? Indicator { get; } = indicator;
    }
}
