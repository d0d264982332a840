using System.Globalization;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Indicators;

namespace Ledstjarna.App.Features.Ambition.TryLevel;

/// <summary>A limit to write in a box, and to move with a slider.</summary>
/// <param name="Name">In the address.</param>
/// <param name="Text">As typed, or as the level has it.</param>
/// <param name="At">Where the slider stands. Null: it has none.</param>
/// <param name="Error">What is wrong with what was typed.</param>
public sealed record LevelBox(string Name, string Text, double? At, string? Error);

/// <summary>The level that is to be tried, read from what was written: the level itself, or what is wrong and the level in force instead.</summary>
public sealed class LevelForm
{
    private const int LongestEcho = 40;
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private readonly Dictionary<string, string> _errors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _texts = new(StringComparer.Ordinal);
    private readonly LevelScale _scale;

    /// <summary>What the tried level is another than: the draft's where one is worked on, else the one in force.</summary>
    private readonly TargetLevel? _own;

    /// <param name="query">As written.</param>
    /// <param name="indicator">Its direction says what kind of level it has.</param>
    /// <param name="inForce">Null: none counts on the day.</param>
    /// <param name="own">The target that is worked on in a draft. Null: none is.</param>
    /// <param name="start">What to begin with where none counts: for a range both ends, otherwise the one limit twice.</param>
    /// <param name="scale">The sliders'.</param>
    public LevelForm(
        TryLevelQuery query,
        Indicator indicator,
        TargetLevel? inForce,
        TargetLevel? own,
        (double Low, double High) start,
        LevelScale scale
    )
    {
        _scale = scale;
        _own = (own ?? inForce) is { Kind: not TargetKind.Improve } level ? level with { Due = null } : null;
        IsRange = indicator.Direction == Direction.Range;
        CheckKind(query.Slag, indicator.Direction);
        var begin = _own ?? Made(indicator.Direction, start.Low, start.High, null, null);
        var low = Limit("niva", query.Niva, query.Dra, query.Visat, IsRange ? begin.Low : begin.Value);
        var high = IsRange ? Limit("till", query.Till, query.Dratill, query.Visattill, begin.High) : null;
        var (partly, partlyHigh) = (Partly("delvis", query.Delvis), IsRange ? Partly("delvistill", query.Delvistill) : null);
        Level = Read(indicator.Direction, low, high, partly, partlyHigh) ?? begin;
        IsTried = Level != (inForce is { Kind: not TargetKind.Improve } ? inForce : null);
    }

    /// <summary>The level that is answered for.</summary>
    public TargetLevel Level { get; }

    /// <summary>It is another than the one in force.</summary>
    public bool IsTried { get; }

    public bool IsRange { get; }

    /// <summary>A slider was moved and sent without the page's script.</summary>
    public bool WasDragged { get; private set; }

    /// <summary>By the name of what was written.</summary>
    public IReadOnlyDictionary<string, string> Errors => _errors;

    public LevelBox Lowest => Box("niva", IsRange ? Level.Low : Level.Value, true);

    public LevelBox Highest => Box("till", Level.High, true);

    public LevelBox PartlyLow => Box("delvis", null, false);

    public LevelBox PartlyHigh => Box("delvistill", null, false);

    /// <summary>A number as it is typed: 8 000 or 20,5.</summary>
    public static string Typed(double value) => ((decimal)value).ToString("#,##0.##########", Swedish.Culture);

    /// <summary>What could be read stands as numbers are written; what could not, as it was typed.</summary>
    private LevelBox Box(string name, double? value, bool hasSlider)
    {
        var error = _errors.GetValueOrDefault(name);
        var typed = _texts.GetValueOrDefault(name)?.Trim() ?? "";
        var text =
            error is not null ? typed
            : hasSlider && _errors.Count == 0 ? Typed(value!.Value)
            : FigureText.Parse(typed).Value is { } read ? Typed(read)
            : "";
        return new(name, text.Length > LongestEcho ? text[..LongestEcho] : text, hasSlider ? _scale.Snap(value!.Value) : null, error);
    }

    private void CheckKind(string? kind, Direction direction)
    {
        var own = direction switch
        {
            Direction.Higher => "minst",
            Direction.Lower => "hogst",
            _ => "mellan",
        };
        if (!string.IsNullOrWhiteSpace(kind) && kind.Trim() is var asked && asked != own)
        {
            _errors["slag"] = asked is "minst" or "hogst" or "mellan"
                ? Swedish.Capital(RuleWords.Sentence(RuleCode.TargetAgainstDirection)) + "."
                : "Målvärdets slag går inte att läsa. Det är minst, hogst eller mellan.";
        }
    }

    /// <summary>Where the box was let be and the slider was moved, the slider.</summary>
    private double? Limit(string name, string? typed, string? slider, string? shown, double begin)
    {
        _texts[name] = typed;
        if (typed is null && slider is null)
        {
            return begin;
        }

        if (
            double.TryParse(slider, NumberStyles.Float, Invariant, out var at)
            && double.IsFinite(at)
            && (typed is null || typed == shown)
            && FigureText.Parse(shown).Value is { } was
            && at != _scale.Snap(was)
        )
        {
            WasDragged = true;
            return _scale.Snap(at);
        }

        WasDragged |= slider is not null;
        return Number(name, typed);
    }

    private double? Partly(string name, string? typed)
    {
        _texts[name] = typed;
        return string.IsNullOrWhiteSpace(typed) ? null : Number(name, typed);
    }

    private double? Number(string name, string? typed)
    {
        var value = typed is { Length: <= LongestEcho } ? FigureText.Parse(typed).Value : null;
        if (value is null)
        {
            _errors[name] = string.IsNullOrWhiteSpace(typed)
                ? $"Rutan är tom. Skriv ett tal, till exempel {Typed(_scale.Snap((_scale.Min + _scale.Max) / 2))}."
                : "Det går inte att läsa som ett tal. Skriv till exempel 12,5 eller 7 400.";
        }
        else if (value < 0 && _scale.IsNeverNegative)
        {
            _errors[name] = "Talet är mindre än noll, och det kan siffran inte vara. Skriv noll eller mer.";
            return null;
        }

        return value;
    }

    private TargetLevel? Read(Direction direction, double? low, double? high, double? partly, double? partlyHigh)
    {
        if (_errors.Count > 0 || low is not { } least || (IsRange && high is null))
        {
            return null;
        }

        var most = high ?? least;
        if (IsRange && least > most)
        {
            _errors["till"] = Swedish.Capital(RuleWords.Sentence(RuleCode.TargetRangeReversed)) + ".";
            return null;
        }

        var isMost = direction == Direction.Lower;
        CheckPartly("delvis", partly, least, isMost);
        CheckPartly("delvistill", partlyHigh, most, true);
        return _errors.Count > 0
            ? null
            : Made(direction, least, most, partly ?? Along(isMost, least), partlyHigh ?? (IsRange ? Along(true, most) : null));
    }

    private void CheckPartly(string name, double? partly, double limit, bool isMost)
    {
        if (isMost ? partly < limit : partly > limit)
        {
            _errors[name] = Swedish.Capital(RuleWords.Sentence(RuleCode.TargetLimitStricter)) + ".";
        }
    }

    /// <summary>The limit for "delvis" that is there, moved as far as the level is. Counted in decimals: what is not moved stays the same.</summary>
    private double? Along(bool isMost, double limit)
    {
        var (partly, from) = isMost ? (_own?.PartlyHigh, _own?.High) : (_own?.PartlyLow, _own?.Low);
        return partly is { } p ? (double)((decimal)limit + (decimal)p - (decimal)from!.Value) : null;
    }

    private TargetLevel Made(Direction direction, double low, double high, double? partly, double? partlyHigh)
    {
        var level = direction switch
        {
            Direction.Higher => TargetLevel.AtLeast(low, partly),
            Direction.Lower => TargetLevel.AtMost(low, partly),
            _ => TargetLevel.Between(low, high, partly, partlyHigh),
        };
        return level with { MeanOf = _own?.MeanOf };
    }
}
