namespace Ledstjarna.App.Features.Search;

/// <summary>Which words someone may have meant by one that is not there.</summary>
public static class Spelling
{
    private const int Most = 3;

    /// <summary>A letter without its dots costs less than another letter.</summary>
    private const double Dots = 0.25;

    private const double Margin = 0.25;

    /// <summary>The nearest of some words, the most alike first; none when all are too far away. A number is never taken for another.</summary>
    /// <param name="typed">In small letters.</param>
    /// <param name="words">To choose among; of those equally near the first are taken.</param>
    public static IReadOnlyList<string> Nearest(string typed, IEnumerable<string> words)
    {
        var stem = typed.Length > 4 ? typed.TrimEnd('a', 'e') : typed; // which most often change with the form of a word
        var near = words
            .Where(w => w.Length >= typed.Length - (typed.Length / 5) && !w.Concat(typed).Any(char.IsDigit))
            .Select(w => (Word: w, Distance: Math.Min(Distance(typed, w), Distance(stem, w))))
            .Where(w => w.Distance <= (Bare(w.Word[0]) == Bare(typed[0]) ? Allowed(stem.Length) : 1))
            .OrderBy(w => w.Distance)
            .ToList();
        return [.. near.TakeWhile(w => w.Distance <= near[0].Distance + Margin).Take(Most).Select(w => w.Word)];
    }

    /// <summary>How many slips a word of a length may have.</summary>
    private static double Allowed(int length) =>
        length switch
        {
            <= 2 => 0,
            <= 5 => 1.5,
            <= 8 => 2.5,
            _ => 3.5,
        };

    /// <summary>
    /// Letters put in, left out, changed or swapped with the next, to make one word of another; or to make the beginning of a longer one, which
    /// counts as half a slip more.
    /// </summary>
    private static double Distance(string from, string to)
    {
        var (before, last, now) = (new double[from.Length + 1], new double[from.Length + 1], new double[from.Length + 1]);
        for (var i = 0; i <= from.Length; i++)
        {
            now[i] = i;
        }

        var beginning = double.MaxValue;
        for (var j = 1; j <= to.Length; j++)
        {
            (before, last, now) = (last, now, before);
            now[0] = j;
            for (var i = 1; i <= from.Length; i++)
            {
                now[i] = Math.Min(Math.Min(now[i - 1], last[i]) + 1, last[i - 1] + Change(from[i - 1], to[j - 1]));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    now[i] = Math.Min(now[i], before[i - 2] + 1);
                }
            }

            beginning = Math.Min(beginning, now[from.Length] + (j == to.Length ? 0 : 0.5));
        }

        return beginning;
    }

    private static double Change(char a, char b) =>
        a == b ? 0
        : Bare(a) == Bare(b) ? Dots
        : 1;

    private static char Bare(char letter) =>
        letter switch
        {
            'å' or 'ä' or 'æ' or 'á' or 'à' => 'a',
            'ö' or 'ø' or 'ó' => 'o',
            'é' or 'è' or 'ë' => 'e',
            'ü' => 'u',
            _ => letter,
        };
}
