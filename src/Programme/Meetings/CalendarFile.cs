using System.Globalization;
using System.Text;

namespace CoopAssistant.Programme.Meetings;

/// <summary>One entry of a calendar, ready to read.</summary>
/// <param name="Uid">Stays the same when the meeting changes.</param>
/// <param name="Sequence">Rises with each change.</param>
public sealed record CalendarEvent(string Uid, int Sequence, DateTimeOffset StartsAt, DateTimeOffset EndsAt, DateTimeOffset ChangedAt, string Summary, string Location, string Description, bool IsCancelled);

/// <summary>Writes iCalendar files (RFC 5545): times in UTC, texts escaped, lines folded at 75 octets and ended by CRLF. Pure.</summary>
public static class CalendarFile
{
    public const string ContentType = "text/calendar; charset=utf-8";
    private const int LongestLine = 75;

    /// <param name="name">Of the calendar, where it is more than one entry; null for a single one.</param>
    public static string Write(IEnumerable<CalendarEvent> events, string? name)
    {
        ArgumentNullException.ThrowIfNull(events);
        var file = new StringBuilder();
        Line(file, "BEGIN:VCALENDAR");
        Line(file, "VERSION:2.0");
        Line(file, "PRODID:-//CoopAssistant//Reuniones//ES");
        Line(file, "CALSCALE:GREGORIAN");
        Line(file, "METHOD:PUBLISH");
        if (name is not null)
        {
            Line(file, "NAME:" + Escaped(name));
            Line(file, "X-WR-CALNAME:" + Escaped(name));
            Line(file, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        }
        foreach (var entry in events)
        {
            Line(file, "BEGIN:VEVENT");
            Line(file, "UID:" + Escaped(entry.Uid));
            Line(file, "SEQUENCE:" + entry.Sequence.ToString(CultureInfo.InvariantCulture));
            Line(file, "DTSTAMP:" + Utc(entry.ChangedAt));
            Line(file, "LAST-MODIFIED:" + Utc(entry.ChangedAt));
            Line(file, "DTSTART:" + Utc(entry.StartsAt));
            Line(file, "DTEND:" + Utc(entry.EndsAt));
            Line(file, "SUMMARY:" + Escaped(entry.Summary));
            Line(file, "LOCATION:" + Escaped(entry.Location));
            if (entry.Description.Length > 0) Line(file, "DESCRIPTION:" + Escaped(entry.Description));
            Line(file, "STATUS:" + (entry.IsCancelled ? "CANCELLED" : "CONFIRMED"));
            Line(file, "END:VEVENT");
        }
        Line(file, "END:VCALENDAR");
        return file.ToString();
    }

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>§3.3.11: backslash, semicolon, comma and line end.</summary>
    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).ReplaceLineEndings("\\n");

    /// <summary>§3.1: a line longer than 75 octets goes on after a blank; no letter is cut in two.</summary>
    private static void Line(StringBuilder file, string line)
    {
        var octets = 0;
        foreach (var letter in line.EnumerateRunes())
        {
            if (octets + letter.Utf8SequenceLength > LongestLine)
            {
                file.Append("\r\n ");
                octets = 1;
            }
            file.Append(letter);
            octets += letter.Utf8SequenceLength;
        }
        file.Append("\r\n");
    }
}
