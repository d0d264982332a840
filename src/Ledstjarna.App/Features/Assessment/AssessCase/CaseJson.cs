using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Ledstjarna.Domain.Periods;

namespace Ledstjarna.App.Features.Assessment;

/// <summary>
/// Reads JSON strictly and remembers where it is, so that every refusal names the field. A null is as if the field were not there; an
/// unknown or repeated field is refused, for a misspelt one must not pass in silence.
/// </summary>
internal ref struct CaseJson
{
    /// <summary>What the case itself is called in a refusal that no single field explains.</summary>
    public const string TheCase = "fallet";

    private const int LongestWord = 64;

    private static readonly FrozenDictionary<string, int> Known = CaseFields
        .All.Select((name, i) => (name, i))
        .ToFrozenDictionary(f => f.name, f => f.i, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> KnownSpans = Known.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    private readonly List<(string? Name, int Index)> _path = new(16);
    private Utf8JsonReader _json;

    public CaseJson(ReadOnlySpan<byte> utf8) => _json = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 512 });

    public readonly string Path
    {
        get
        {
            var text = new StringBuilder();
            foreach (var (name, index) in _path)
            {
                if (name is null)
                {
                    text.Append(CultureInfo.InvariantCulture, $"[{index}]");
                }
                else
                {
                    text.Append(text.Length > 0 ? "." : "").Append(name);
                }
            }

            return text.Length == 0 ? TheCase : text.ToString();
        }
    }

    public readonly CaseFileException Refuse(string sentence) => new(Path, sentence);

    /// <summary>Moves to the case's own object.</summary>
    public void Start()
    {
        _json.Read();
        Expect(JsonTokenType.StartObject, "ett objekt");
    }

    /// <summary>After the case nothing may follow.</summary>
    public void End()
    {
        if (_json.Read())
        {
            throw Refuse("det står något mer efter fallet");
        }
    }

    /// <summary>The next field with a value. Its name is one of the known, or it is refused.</summary>
    public bool Field(ref UInt128 seen, out string name)
    {
        name = "";
        Span<char> text = stackalloc char[LongestWord];
        while (true)
        {
            _json.Read();
            if (_json.TokenType == JsonTokenType.EndObject)
            {
                return false;
            }

            var bit =
                _json.ValueSpan.Length <= LongestWord && KnownSpans.TryGetValue(text[.._json.CopyString(text)], out var place) ? place : -1;
            if (bit < 0)
            {
                var unknown = _json.GetString()!;
                _path.Add((unknown.Length <= 80 ? unknown : string.Concat(unknown.AsSpan(0, 80), "…"), 0));
                throw Misplaced();
            }

            name = CaseFields.All[bit];
            _path.Add((name, 0));
            if ((seen & (UInt128.One << bit)) != 0)
            {
                throw Refuse("fältet står två gånger");
            }

            seen |= UInt128.One << bit;
            _json.Read();
            if (_json.TokenType != JsonTokenType.Null)
            {
                return true;
            }

            Leave();
        }
    }

    /// <summary>Every field but those of a map, whose names are the writer's own.</summary>
    public bool Key(HashSet<string> seen, out string key)
    {
        while (true)
        {
            _json.Read();
            if (_json.TokenType == JsonTokenType.EndObject)
            {
                key = "";
                return false;
            }

            key = _json.GetString()!;
            _path.Add((key, 0));
            if (!seen.Add(key))
            {
                throw Refuse("fältet står två gånger");
            }

            _json.Read();
            if (_json.TokenType != JsonTokenType.Null)
            {
                return true;
            }

            Leave();
        }
    }

    /// <summary>Call when a field or an element is read.</summary>
    public readonly void Leave() => _path.RemoveAt(_path.Count - 1);

    /// <summary>The field that was just read does not belong in the object it stands in.</summary>
    public readonly CaseFileException Misplaced() => Refuse("fältet är okänt här; kontrollera stavningen");

    public readonly void BeginObject() => Expect(JsonTokenType.StartObject, "ett objekt");

    public readonly void BeginArray() => Expect(JsonTokenType.StartArray, "en lista");

    /// <summary>The next element of an array.</summary>
    public bool Element(int index)
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.EndArray)
        {
            return false;
        }

        _path.Add((null, index));
        return true;
    }

    public string Text()
    {
        Expect(JsonTokenType.String, "en text");
        return _json.GetString()!;
    }

    public readonly bool Flag() =>
        _json.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => throw Refuse("värdet ska vara true eller false"),
        };

    public double Number()
    {
        Expect(JsonTokenType.Number, "ett tal");
        return _json.TryGetDouble(out var number) && double.IsFinite(number) ? number : throw Refuse("talet är för stort");
    }

    /// <summary>A whole number; one too large for an int is as good as the largest.</summary>
    public int Whole()
    {
        var number = Number();
        return Math.Floor(number) == number
            ? (int)Math.Clamp(number, int.MinValue, int.MaxValue)
            : throw Refuse("talet ska vara ett heltal");
    }

    public T Word<T>(FrozenDictionary<string, T> words)
    {
        Expect(JsonTokenType.String, "en text");
        Span<char> text = stackalloc char[LongestWord];
        return
            _json.ValueSpan.Length <= LongestWord
            && words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text[.._json.CopyString(text)], out var value)
            ? value
            : throw Refuse($"ordet är okänt; skriv något av {string.Join(", ", words.Keys.Order(StringComparer.Ordinal))}");
    }

    public DateOnly Date()
    {
        Expect(JsonTokenType.String, "ett datum som text");
        Span<char> text = stackalloc char[LongestWord];
        return _json.ValueSpan.Length <= LongestWord && DateText.TryParse(text[.._json.CopyString(text)], out var date)
            ? date
            : throw Refuse("datumet ska skrivas 2022-08-31, med år från 1000 till 9999");
    }

    public Period Period()
    {
        Expect(JsonTokenType.String, "en period som text");
        Span<char> text = stackalloc char[LongestWord];
        return _json.ValueSpan.Length <= LongestWord && Domain.Periods.Period.TryParse(text[.._json.CopyString(text)], out var period)
            ? period
            : throw NoPeriod();
    }

    public readonly CaseFileException NoPeriod() => Refuse("perioden ska skrivas 2022, 2022T1, 2022Q1, 2022H1 eller 2022-05");

    private readonly void Expect(JsonTokenType type, string what)
    {
        if (_json.TokenType != type)
        {
            throw Refuse($"värdet ska vara {what}");
        }
    }
}
