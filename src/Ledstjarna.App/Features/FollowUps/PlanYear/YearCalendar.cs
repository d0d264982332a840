using System.Globalization;
using System.Text;
using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Words;
using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.App.Features.FollowUps;

/// <summary>The year's days as a calendar feed (iCalendar, RFC 5545).</summary>
public static class YearCalendar
{
    private const int LongestLine = 73; // octets; 75 with the line break's own two

    public static string Of(Place place)
    {
        var text = new StringBuilder();
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//Ledstjarna//Arshjul//SV");
        Line("CALSCALE:GREGORIAN");
        Line($"X-WR-CALNAME:{Escaped($"Årshjul, {place.Organisation.Name}")}");
        foreach (var followUp in place.Record.FollowUps)
        {
            foreach (var (key, day, name) in Days(followUp))
            {
                Line("BEGIN:VEVENT");
                Line($"UID:{followUp.Id.Value}-{key}@ledstjarna");
                Line($"DTSTAMP:{place.Today.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}T000000Z");
                Line($"DTSTART;VALUE=DATE:{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
                Line($"DTEND;VALUE=DATE:{day.AddDays(1).ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
                Line($"SUMMARY:{Escaped($"{PlaceWords.Name(followUp)}: {name}")}");
                Line("END:VEVENT");
            }
        }

        Line("END:VCALENDAR");
        return text.ToString();

        void Line(string line) => Fold(text, line);
    }

    /// <summary>The days of one follow-up, in order.</summary>
    public static IEnumerable<(string Key, DateOnly Day, string Name)> Days(FollowUp followUp) =>
        new (string Key, DateOnly? Day, string Name)[]
        {
            ("matdag", followUp.CutOff, "mätdag"),
            ("sakkunniga", followUp.ExpertsBy, "sakkunniga rapporterar senast"),
            ("siffror", followUp.KnownAt, "siffror som räknas är kända"),
            ("namnder", followUp.UnitsBy, "nämnder och bolag beslutar senast"),
            ("styrelsen", followUp.BoardBy, "styrelsen beslutar"),
        }
            .Where(d => d.Day is not null)
            .Select(d => (d.Key, d.Day!.Value, d.Name))
            .OrderBy(d => d.Value);

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .ReplaceLineEndings("\\n");

    /// <summary>A long line goes on after a line break and a space, never in the midst of a character.</summary>
    private static void Fold(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
