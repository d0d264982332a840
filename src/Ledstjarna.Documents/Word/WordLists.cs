using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledstjarna.Documents.Word;

/// <summary>
/// Bullets and numbers as Word counts them: they are no text, so lists are told as lists and renumber themselves. Beside what a base has of its own.
/// </summary>
internal sealed class WordLists
{
    /// <summary>What is within more lists than this stands as deep.</summary>
    public const int Deepest = 8;

    /// <summary>How much further in each level stands, in twentieths of a point.</summary>
    private const int Step = 425;

    private readonly W.Numbering _numbering;
    private readonly int _numbered;
    private readonly int _bullets;
    private int _last;

    public WordLists(MainDocumentPart main)
    {
        var part = main.NumberingDefinitionsPart ?? main.AddNewPart<NumberingDefinitionsPart>("numbering");
        _numbering = part.Numbering ??= new W.Numbering();
        _last = _numbering.Elements<W.NumberingInstance>().Select(n => n.NumberID?.Value ?? 0).DefaultIfEmpty(0).Max();
        _numbered = Add(Numbered);
        _bullets = New(Add(Bullet)).NumberID!.Value;
    }

    /// <summary>Where the text of a level begins.</summary>
    public static int Indent(int level) => Step * (Math.Min(level, Deepest) + 1);

    /// <summary>The number of a list; each numbered one has its own, so that it counts from its own start.</summary>
    public int NumberOf(ListBlock list, int level)
    {
        if (list is not NumberedList numbered)
        {
            return _bullets;
        }

        var instance = New(_numbered);
        instance.AppendChild(
            new W.LevelOverride(new W.StartOverrideNumberingValue { Val = numbered.Start }) { LevelIndex = Math.Min(level, Deepest) }
        );
        return instance.NumberID!.Value;
    }

    /// <summary>Adds a kind of list: these stand before all lists that are of a kind.</summary>
    private int Add(Func<int, W.Level> level)
    {
        var last = _numbering.Elements<W.AbstractNum>().LastOrDefault();
        var id = _numbering.Elements<W.AbstractNum>().Select(a => a.AbstractNumberId?.Value ?? 0).DefaultIfEmpty(-1).Max() + 1;
        var kind = new W.AbstractNum(new W.MultiLevelType { Val = W.MultiLevelValues.HybridMultilevel }) { AbstractNumberId = id };
        kind.Append(Enumerable.Range(0, Deepest + 1).Select(level));
        if (last is not null)
        {
            _numbering.InsertAfter(kind, last);
        }
        else if (_numbering.Elements<W.NumberingPictureBullet>().LastOrDefault() is { } picture)
        {
            _numbering.InsertAfter(kind, picture);
        }
        else
        {
            _numbering.PrependChild(kind);
        }

        return id;
    }

    private W.NumberingInstance New(int kind)
    {
        var instance = new W.NumberingInstance(new W.AbstractNumId { Val = kind }) { NumberID = ++_last };
        if (_numbering.Elements<W.NumberingInstance>().LastOrDefault() is { } last)
        {
            _numbering.InsertAfter(instance, last);
        }
        else
        {
            _numbering.InsertAfter(instance, _numbering.Elements<W.AbstractNum>().Last());
        }

        return instance;
    }

    private static W.Level Numbered(int level) =>
        Level(
            level,
            (level % 3) switch
            {
                0 => W.NumberFormatValues.Decimal,
                1 => W.NumberFormatValues.LowerLetter,
                _ => W.NumberFormatValues.LowerRoman,
            },
            $"%{level + 1}{(level % 3 == 0 ? "." : ")")}"
        );

    private static W.Level Bullet(int level) => Level(level, W.NumberFormatValues.Bullet, level % 2 == 0 ? "•" : "–");

    private static W.Level Level(int level, W.NumberFormatValues format, string text) =>
        new(
            new W.StartNumberingValue { Val = 1 },
            new W.NumberingFormat { Val = format },
            new W.LevelText { Val = text },
            new W.LevelJustification { Val = W.LevelJustificationValues.Left },
            new W.PreviousParagraphProperties(new W.Indentation { Left = $"{Indent(level)}", Hanging = $"{Step}" })
        )
        {
            LevelIndex = level,
        };
}
