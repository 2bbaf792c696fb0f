using System.Globalization;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Service;

namespace CoopAssistant.Admin.Service;

/// <summary>Offices' hours and the clock of answers as staff read them.</summary>
internal static class ServiceWords
{
    /// <summary>«faltan 2 h», «venció hace 3 h hábiles».</summary>
    public static string Left(ServiceClock.Standing standing) => standing.Late switch
    {
        null => $"{(IsOne(standing.Left) ? "falta" : "faltan")} {Work(standing.Left)}",
        _ when -standing.Left < TimeSpan.FromMinutes(1) => "venció ahora",
        _ => $"venció hace {Work(-standing.Left)} hábiles",
    };

    public static string Tone(ServiceClock.Standing standing) => standing.Late is null ? "warn" : "bad";

    /// <summary>Working time, rounded down: «20 min», «2 h», «2 h 30 min».</summary>
    public static string Work(TimeSpan span)
    {
        var minutes = (long)span.TotalMinutes;
        return (minutes / 60, minutes % 60) switch
        {
            (0, 0) => "menos de 1 min", (0, var rest) => $"{rest} min", (> 9 and var hours, _) => $"{Plural.Number(hours)} h", (var hours, 0) => $"{hours} h", var (hours, rest) => $"{hours} h {rest} min",
        };
    }

    public static string Level(ServiceLevel level) => level == ServiceLevel.Director ? "Dirección regional" : "Administración";

    public static string Office(Office office) => office.Name.Length == 0 ? office.Code : char.ToUpper(office.Name[0], Plural.Spanish) + office.Name[1..];

    public static string Day(DayOfWeek day) => Plural.Spanish.DateTimeFormat.GetDayName(day) is var name ? char.ToUpper(name[0], Plural.Spanish) + name[1..] : "";

    /// <summary>«lun a vie 08:00-16:00; sáb 08:00-12:00».</summary>
    public static string Hours(OpeningHours hours)
    {
        var parts = new List<string>();
        for (var at = 0; at < OpeningHours.Week.Count;)
        {
            var (first, spans) = (at, OpeningHours.WriteDay(hours.On(OpeningHours.Week[at])));
            while (at < OpeningHours.Week.Count && OpeningHours.WriteDay(hours.On(OpeningHours.Week[at])) == spans) at++;
            if (spans.Length == 0) continue;
            var (from, until) = (Short(OpeningHours.Week[first]), Short(OpeningHours.Week[at - 1]));
            parts.Add($"{(first == at - 1 ? from : $"{from} a {until}")} {spans}");
        }
        return string.Join("; ", parts);
    }

    public static string Change(ScheduleEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.What switch
        {
            ScheduleChange.Hours when OpeningHours.Read(entry.Detail) is { } hours => "Horario: " + Hours(hours),
            ScheduleChange.Hours => "Vuelve el horario del país",
            ScheduleChange.Targets => "Plazos: " + Targets(entry.Detail),
            ScheduleChange.Closed => "Cierra el " + Date(entry.Detail),
            _ => "Abre el " + Date(entry.Detail),
        };
    }

    public static string Date(DateOnly day) => day.ToString("ddd d MMM yyyy", Plural.Spanish);

    /// <summary>Minutes as a form shows hours: «4», «2.5»; nothing for the usual.</summary>
    public static string HoursOf(int? minutes) => minutes is { } said ? (said / 60m).ToString("0.##", CultureInfo.InvariantCulture) : "";

    private static bool IsOne(TimeSpan span) => (long)span.TotalMinutes is 1 or 60;

    private static string Short(DayOfWeek day) => Plural.Spanish.DateTimeFormat.GetAbbreviatedDayName(day).TrimEnd('.');

    private static string Date(string? detail) =>
        detail?.Split(' ', 2) is [var day, .. var why] && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? Date(date) + (why.Length == 0 ? "" : ": " + why[0]) : detail ?? "";

    private static string Targets(string? detail)
    {
        var all = (detail ?? "").Split('/').Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? Work(TimeSpan.FromMinutes(minutes)) : "los de siempre").ToList();
        return all.Count == 4 ? $"respuesta {all[0]} (segundo {all[1]}), revisión {all[2]} (segundo {all[3]})" : "";
    }
}
