using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Ledstjarna.App.Words;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Periods;

namespace Ledstjarna.App.Features.Indicators;

/// <summary>
/// An indicator over time, drawn as SVG: per cent sideways and pixels upward, so that text is never scaled. No line crosses a gap or a break;
/// a missing period is a hatched field with its reason in the notes.
/// </summary>
public sealed class Chart
{
    private const double Top = 42;
    private const double Bottom = 330;

    private readonly Indicator _indicator;
    private readonly IReadOnlyList<FigureRow> _rows;
    private readonly IReadOnlyList<IndicatorBreak> _breaks;
    private readonly IReadOnlyList<Target> _targets;
    private readonly StringBuilder _svg = new();
    private readonly double _firstX;
    private readonly double _lastX;
    private double _step;
    private double _low;
    private double _high;

    public Chart(Indicator indicator, IReadOnlyList<FigureRow> rows, IReadOnlyList<IndicatorBreak> breaks, IReadOnlyList<Target> targets)
    {
        (_indicator, _rows, _breaks, _targets) = (indicator, rows, breaks, targets);
        _firstX = rows.Count == 0 ? 0 : Place(rows[0].Period);
        _lastX = rows.Count == 0 ? 1 : Place(rows[^1].Period);
        Scale();
    }

    public bool IsEmpty => _rows.All(r => r.Value is null);

    /// <summary>The inside of the drawing: numbers and encoded words only.</summary>
    public string Draw()
    {
        Axes();
        Gaps();
        Breaks();
        Targets();
        Series(r => r.Women?.Value, "s-k", "p-k", false);
        Series(r => r.Men?.Value, "s-m", "p-m", false);
        Series(r => r.Value, "s-new", "p-new", true);
        return _svg.ToString();
    }

    /// <summary>The same in words, for those who hear the page.</summary>
    public string Label()
    {
        var parts = _rows.Select(r =>
            r.Value is { } v ? $"{r.Period}: {IndicatorWords.Value(_indicator, v)}"
            : r.Missing is { } reason ? $"{r.Period} saknas: {StatusWords.Reason(reason)}"
            : $"{r.Period}: ingen total"
        );
        var breaks = _breaks.Select(b => $"Omlagt {Swedish.Date(b.Day)}");
        return string.Join(". ", parts.Concat(breaks)) + ".";
    }

    private static double Place(Period period) => period.Year + ((period.Part - 1.0) / period.Kind.PartsPerYear());

    private void Scale()
    {
        var values = _rows
            .SelectMany(r => new[] { r.Value, r.HasGender ? r.Women?.Value : null, r.HasGender ? r.Men?.Value : null })
            .Concat(_targets.SelectMany(t => new[] { t.Low, t.High, t.PartlyLow, t.PartlyHigh }))
            .OfType<double>()
            .ToList();
        var (min, max) = values.Count == 0 ? (0, 1) : (values.Min(), values.Max());
        var span = max > min ? max - min : Math.Max(1, Math.Abs(max) * 0.2);
        _step = NiceStep(span / 3);
        _low = Math.Floor((min - (span * 0.12)) / _step) * _step;
        _low = min >= 0 ? Math.Max(0, _low) : _low;
        _high = Math.Ceiling((max + (span * 0.12)) / _step) * _step;
    }

    /// <summary>1, 2 or 5 times a power of ten.</summary>
    private static double NiceStep(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return (rough / power) switch
        {
            <= 1 => power,
            <= 2 => 2 * power,
            <= 5 => 5 * power,
            _ => 10 * power,
        };
    }

    private double X(double place) => _lastX > _firstX ? 0.06 + (0.84 * (place - _firstX) / (_lastX - _firstX)) : 0.5;

    private double Y(double value) => Bottom - ((Bottom - Top) * (value - _low) / (_high - _low));

    private void Axes()
    {
        for (var value = _low; value <= _high + (_step / 2); value += _step)
        {
            Add($"<line class=\"ax{(value == _low ? " ax-0" : "")}\" x1=\"0\" x2=\"100%\" y1=\"{N(Y(value))}\" y2=\"{N(Y(value))}\"/>");
            Text(0, Y(value) - 6, Swedish.Number(value, _step < 1 ? 1 : 0), "t-m", "start");
        }

        var every = Math.Max(1, (int)Math.Ceiling(_rows.Count / 8.0));
        for (var i = 0; i < _rows.Count; i += every)
        {
            Text(X(Place(_rows[i].Period)), 354, _rows[i].Period.ToString(), "t-m", "middle");
        }
    }

    private void Gaps()
    {
        var half = _rows.Count > 1 ? Math.Min(0.055, 0.42 / _rows.Count) : 0.055;
        foreach (var row in _rows.Where(r => r.Value is null && r.Missing is not null))
        {
            var x = X(Place(row.Period));
            Add($"<rect class=\"gap\" x=\"{P(x - half)}\" width=\"{P(2 * half)}\" y=\"{N(Top)}\" height=\"{N(Bottom - Top)}\"/>");
            Add($"<use href=\"#s-unk\" x=\"{P(x)}\" y=\"286\" width=\"24\" height=\"24\" transform=\"translate(-12 0)\"/>");
        }
    }

    private void Breaks()
    {
        foreach (var b in _breaks)
        {
            // A period stands where it begins, a break just before the first that it opens.
            var place = b.Day.Year + ((b.Day.Month - 1) / 12.0) - 0.5;
            if (place > _firstX && place < _lastX)
            {
                Add($"<line class=\"brk\" x1=\"{P(X(place))}\" x2=\"{P(X(place))}\" y1=\"8\" y2=\"{N(Bottom)}\"/>");
                Text(X(place), 22, "Omlagt", "t-m", "start", 10);
            }
        }
    }

    private void Targets()
    {
        (double Y, double Value)? last = null;
        foreach (var target in _targets)
        {
            var from =
                target.Due is { } due && _targets.Count > 1 ? X(due.Year - 0.5)
                : target.From is { } f ? X(Math.Max(_firstX, f.Year - 0.5))
                : 0;
            var to = target.Due is { } d && _targets.Count > 1 ? X(d.Year + 0.5) : 1;
            from = Math.Clamp(from, 0, 1);
            to = Math.Clamp(to, 0, 1);
            if (to - from < 0.005)
            {
                continue;
            }

            foreach (
                var (value, style) in new[]
                {
                    (target.Low, "tgt"),
                    (target.High, "tgt"),
                    (target.PartlyLow, "tgt-2"),
                    (target.PartlyHigh, "tgt-2"),
                }
            )
            {
                if (value is { } v)
                {
                    Add($"<line class=\"{style}\" x1=\"{P(from)}\" x2=\"{P(to)}\" y1=\"{N(Y(v))}\" y2=\"{N(Y(v))}\"/>");
                    last = style == "tgt" ? (Y(v), v) : last;
                }
            }
        }

        if (last is { } label)
        {
            Text(1, label.Y - 9, $"Målvärde {Swedish.Number(label.Value, label.Value % 1 == 0 ? 0 : _indicator.Decimals)}", "halo", "end");
        }
    }

    private void Series(Func<FigureRow, double?> value, string line, string point, bool isMain)
    {
        (double X, double Y, Period Period)? before = null;
        foreach (var row in _rows)
        {
            if (row.IsHidden || value(row) is not { } v)
            {
                before = row.Missing is null && !isMain ? before : null;
                continue;
            }

            var (x, y) = (X(Place(row.Period)), Y(v));
            if (before is { } b && !_breaks.Any(k => b.Period.End < k.Day && row.Period.End >= k.Day))
            {
                Add($"<line class=\"{line}\" x1=\"{P(b.X)}\" y1=\"{N(b.Y)}\" x2=\"{P(x)}\" y2=\"{N(y)}\"/>");
            }

            before = (x, y, row.Period);
        }

        foreach (var row in _rows.Where(r => !r.IsHidden && value(r) is not null))
        {
            var (x, v) = (X(Place(row.Period)), value(row)!.Value);
            if (isMain && row.Total?.Margin is { } m)
            {
                Add($"<line class=\"{line}\" x1=\"{P(x)}\" x2=\"{P(x)}\" y1=\"{N(Y(v - m))}\" y2=\"{N(Y(v + m))}\"/>");
            }

            var style = isMain && row.Total is { IsExample: true } ? "p-ex" : point;
            Add($"<circle class=\"{style}\" cx=\"{P(x)}\" cy=\"{N(Y(v))}\" r=\"{(isMain ? 6 : 4)}\"/>");
            if (isMain)
            {
                Text(
                    x,
                    Y(v) - 14,
                    Swedish.Number(v, _indicator.Decimals),
                    row == _rows.Last(r => r.Value is not null) ? "t-b halo" : "halo",
                    "middle"
                );
            }
        }
    }

    private void Text(double x, double y, string text, string style, string anchor, int dx = 0) =>
        Add(
            $"<text class=\"{style}\" x=\"{P(x)}\" y=\"{N(y)}\" dx=\"{dx}\" text-anchor=\"{anchor}\">{HtmlEncoder.Default.Encode(text)}</text>"
        );

    private void Add(string markup) => _svg.Append(markup);

    private static string P(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static string N(double pixels) => pixels.ToString("0.#", CultureInfo.InvariantCulture);
}
