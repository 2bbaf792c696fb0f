using System.Text;
using CoopAssistant.Programme.Meetings;

namespace CoopAssistant.Programme.Tests.Meetings;

/// <summary>Read back as RFC 5545 says: unfold, split at the first colon, unescape.</summary>
public sealed class CalendarFileTests
{
    private static readonly CalendarEvent Workshop = new(
        "1@coopasistente", 3, new(2027, 3, 10, 9, 0, 0, TimeSpan.FromHours(-5)), new(2027, 3, 10, 13, 30, 0, TimeSpan.FromHours(-5)), new(2027, 3, 1, 0, 0, 0, TimeSpan.Zero),
        "Taller: cuentas; ahorro, y más \\ 👩‍🌾 de mañana con un nombre tan largo que no cabe en una sola línea del archivo", "Escuela El Valle, Antón, Coclé", "Línea uno\nLínea dos", IsCancelled: false);

    [Fact]
    public void No_line_is_longer_than_75_octets_and_every_line_ends_as_the_standard_says()
    {
        var file = CalendarFile.Write([Workshop], "Reuniones");

        Assert.EndsWith("END:VCALENDAR\r\n", file, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', file.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(file.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(file)));
    }

    [Fact]
    public void What_is_read_back_is_what_was_written()
    {
        var lines = Read(CalendarFile.Write([Workshop, Workshop with { Uid = "2@coopasistente", IsCancelled = true }], null));

        Assert.Equal(("BEGIN", "VCALENDAR"), lines[0]);
        Assert.Equal(("END", "VCALENDAR"), lines[^1]);
        Assert.Equal("2.0", lines.First(l => l.Name == "VERSION").Value);
        Assert.Equal(["20270310T140000Z", "20270310T140000Z"], lines.Where(l => l.Name == "DTSTART").Select(l => l.Value));
        Assert.Equal("20270310T183000Z", lines.First(l => l.Name == "DTEND").Value);
        Assert.Equal(Workshop.Summary, Unescaped(lines.First(l => l.Name == "SUMMARY").Value));
        Assert.Equal(Workshop.Location, Unescaped(lines.First(l => l.Name == "LOCATION").Value));
        Assert.Equal(Workshop.Description, Unescaped(lines.First(l => l.Name == "DESCRIPTION").Value));
        Assert.Equal(["CONFIRMED", "CANCELLED"], lines.Where(l => l.Name == "STATUS").Select(l => l.Value));
        Assert.Equal(2, lines.Count(l => l is ("BEGIN", "VEVENT")));
        Assert.All(lines.Where(l => l.Name == "DTSTAMP"), l => Assert.Equal("20270301T000000Z", l.Value));
    }

    private static List<(string Name, string Value)> Read(string file) =>
        [.. file.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => (line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..]))];

    private static string Unescaped(string text)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\') { plain.Append(text[i]); continue; }
            plain.Append(text[++i] == 'n' ? '\n' : text[i]);
        }
        return plain.ToString();
    }
}
