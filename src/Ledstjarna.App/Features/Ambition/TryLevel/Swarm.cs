using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Ledstjarna.App.Words;
using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Indicators;

namespace Ledstjarna.App.Features.Ambition.TryLevel;

/// <summary>
/// Every municipality as a dot where its value is, those that reach the level filled and one's own a star. SVG: per cent sideways and pixels
/// upward, so that text is never scaled and dots stay round.
/// </summary>
public sealed class Swarm
{
    private const int Columns = 40;
    private const double Edge = 0.02;
    private const double Top = 62;
    private const double Bottom = 262;
    private const double MostApart = 9.6;

    private readonly Indicator _indicator;
    private readonly LevelReach _reach;
    private readonly TargetLevel? _inForce;
    private readonly StringBuilder _svg = new();

    /// <summary>Over all lines and dots, so that they can be read.</summary>
    private readonly StringBuilder _words = new();
    private readonly double _min;
    private readonly double _max;

    /// <param name="indicator">What is measured.</param>
    /// <param name="reach">Everyone's values, and who reaches the level.</param>
    /// <param name="inForce">The level in force, to be marked beside the tried one. Null: none, or the same.</param>
    public Swarm(Indicator indicator, LevelReach reach, TargetLevel? inForce)
    {
        (_indicator, _reach, _inForce) = (indicator, reach, inForce is { Kind: not TargetKind.Improve } ? inForce : null);
        (_min, _max) = (reach.Values.Values.Min(), reach.Values.Values.Max());
    }

    /// <summary>The inside of the drawing: numbers and encoded words only.</summary>
    public string Draw(string levelName)
    {
        Axis();
        if (_reach.BestQuarter is { } quarter)
        {
            Mark(quarter, 3, "tgt-2", "t-m", "Bästa fjärdedelen");
        }

        if (_inForce is not null)
        {
            foreach (var limit in Limits(_inForce))
            {
                Mark(limit, 2, "brk", "t-m", "Gäller i dag");
            }
        }

        foreach (var limit in Limits(_reach.Level))
        {
            Mark(limit, 1, "tgt", "t-b2", levelName);
        }

        Dots();
        return _svg.Append(_words).ToString();
    }

    /// <summary>The same in words, for those who hear the page.</summary>
    public string Label(string name)
    {
        var level = IndicatorWords.Target(_indicator, _reach.Level);
        var own = _reach.Own is { } v
            ? $" {name} ligger på {IndicatorWords.Value(_indicator, v)}."
            : $" {name} har ingen siffra i sammanställningen.";
        return $"{Swedish.Number(_reach.Country.Reaching)} av {Swedish.Number(_reach.Country.WithValue)} kommuner når {level}. Värdena går från {IndicatorWords.Value(_indicator, _min)} till {IndicatorWords.Value(_indicator, _max)}.{own}";
    }

    private static IEnumerable<double> Limits(TargetLevel level) => new[] { level.Low, level.High }.Where(double.IsFinite);

    private void Axis()
    {
        Add($"<line class=\"ax ax-0\" x1=\"0\" x2=\"100%\" y1=\"{N(Bottom + 8)}\" y2=\"{N(Bottom + 8)}\"/>");
        var step = _max > _min ? LevelScale.NiceStep((_max - _min) / 4) : Math.Max(1, Math.Abs(_max));
        var decimals = Math.Max(0, (int)Math.Ceiling(-Math.Log10(step) - 1e-9));
        for (var value = Math.Ceiling(_min / step) * step; value <= _max; value += step)
        {
            Text(X(value), Bottom + 32, Swedish.Number(value, decimals), "t-m", "middle", 0);
        }
    }

    /// <summary>A line across with its name above, each kind on a row of its own so that they never meet.</summary>
    private void Mark(double limit, int row, string line, string style, string name)
    {
        var (x, y) = (X(limit), (row * 18) - 4);
        Add($"<line class=\"{line}\" x1=\"{P(x)}\" x2=\"{P(x)}\" y1=\"{N(y - 11)}\" y2=\"{N(Bottom + 14)}\"/>");
        Text(x, y, name, style, x > 0.5 ? "end" : "start", x > 0.5 ? -8 : 8);
    }

    /// <summary>
    /// The better at the bottom of each column, so that those that reach the level lie together. Where many have the same few values a column
    /// stands at its value, two dots wide rather than very tall; otherwise the columns are even.
    /// </summary>
    private void Dots()
    {
        var columns = _reach.Values.Values.GroupBy(Column).ToList();
        var isSparse = columns.Count <= Columns / 2;
        var abreast = isSparse ? 2 : 1;
        var tallest = columns.Max(c => (c.Count() + abreast - 1) / abreast);
        var apart = Math.Min(MostApart, (Bottom - Top) / Math.Max(1, tallest - 1));
        var radius = Math.Clamp(apart * 0.45, 2, 3.9);
        string? star = null;
        foreach (var column in columns)
        {
            var x = isSparse ? P(X(column.Average())) : P(Edge + ((1 - (2 * Edge)) * (column.Key + 0.5) / Columns));
            var place = 0;
            foreach (var value in _indicator.Direction == Direction.Lower ? column.Order() : column.OrderDescending())
            {
                var y = Bottom - (place / abreast * apart);
                var aside = isSparse ? (place % 2 == 0 ? -1 : 1) * (radius + 0.5) : 0;
                if (star is null && value == _reach.Own)
                {
                    star =
                        $"<use class=\"star\" href=\"#star\" x=\"{x}\" y=\"{N(y - 12)}\" width=\"24\" height=\"24\" transform=\"translate({N(aside - 12)} 0)\"/>";
                }
                else
                {
                    var hit = _reach.Level.IsMetBy(value) ? " class=\"hit\"" : "";
                    Add(
                        $"<circle cx=\"{x}\" cy=\"{N(y)}\" r=\"{N(radius)}\"{(aside == 0 ? "" : $" transform=\"translate({N(aside)} 0)\"")}{hit}/>"
                    );
                }

                place++;
            }
        }

        Add(star ?? ""); // last, over the others
    }

    private int Column(double value) => _max > _min ? Math.Min(Columns - 1, (int)((value - _min) / (_max - _min) * Columns)) : Columns / 2;

    /// <summary>What lies outside of what anyone has stands at the edge.</summary>
    private double X(double value) =>
        _max > _min ? Edge + ((1 - (2 * Edge)) * Math.Clamp((value - _min) / (_max - _min), -0.02, 1.02)) : 0.5;

    private void Text(double x, double y, string text, string style, string anchor, int dx) =>
        _words.Append(
            CultureInfo.InvariantCulture,
            $"<text class=\"{style}\" x=\"{P(x)}\" y=\"{N(y)}\" dx=\"{N(dx)}\" text-anchor=\"{anchor}\">{HtmlEncoder.Default.Encode(text)}</text>"
        );

    private void Add(string markup) => _svg.Append(markup);

    private static string P(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static string N(double pixels) => pixels.ToString("0.#", CultureInfo.InvariantCulture);
}
