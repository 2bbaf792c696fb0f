using System.Globalization;

namespace CoopAssistant.Programme.Service;

/// <param name="Until">Not included.</param>
public sealed record OpenSpan(TimeOnly From, TimeOnly Until);

/// <summary>On which days of the week and from when until when an office is open, by its own clock. Open at least once a week.</summary>
public sealed class OpeningHours
{
    /// <summary>Morning, afternoon, evening.</summary>
    public const int MostSpans = 3;

    private static readonly IReadOnlyList<OpenSpan> Closed = [];
    private readonly Dictionary<DayOfWeek, IReadOnlyList<OpenSpan>> _days;

    private OpeningHours(Dictionary<DayOfWeek, IReadOnlyList<OpenSpan>> days) => _days = days;

    /// <summary>From Monday on, as weeks are read here.</summary>
    public static IReadOnlyList<DayOfWeek> Week { get; } =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>Earliest first; empty on a day on which it is closed.</summary>
    public IReadOnlyList<OpenSpan> On(DayOfWeek day) => _days.GetValueOrDefault(day, Closed);

    /// <summary>Null where it is never open, a span ends before it begins, two of a day overlap, or a day has too many.</summary>
    public static OpeningHours? Of(IReadOnlyDictionary<DayOfWeek, IReadOnlyList<OpenSpan>> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var kept = days.Where(day => day.Value.Count > 0).ToDictionary(day => day.Key, day => (IReadOnlyList<OpenSpan>)[.. day.Value.OrderBy(span => span.From)]);
        return kept.Count > 0 && kept.Values.All(IsGood) ? new OpeningHours(kept) : null;
    }

    /// <summary>"08:00-12:00, 13:00-16:00" as spans; null where it is not written so. Empty is closed.</summary>
    public static IReadOnlyList<OpenSpan>? ReadDay(string? text)
    {
        var spans = new List<OpenSpan>();
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Split('-', StringSplitOptions.TrimEntries) is not [var from, var until] || Time(from) is not { } begins || Time(until) is not { } ends) return null;
            spans.Add(new OpenSpan(begins, ends));
        }
        return spans;
    }

    public static string WriteDay(IEnumerable<OpenSpan> spans) => string.Join(", ", spans.Select(span => string.Create(CultureInfo.InvariantCulture, $"{span.From:HH:mm}-{span.Until:HH:mm}")));

    /// <summary>As <see cref="Write"/> put it down; null for anything else.</summary>
    public static OpeningHours? Read(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        var days = new Dictionary<DayOfWeek, IReadOnlyList<OpenSpan>>();
        foreach (var part in text.Split(';'))
            if (part.Split(' ', 2) is not [var day, var spans] || !Enum.TryParse<DayOfWeek>(day, out var which) || ReadDay(spans) is not { } read || !days.TryAdd(which, read)) return null;
        return Of(days);
    }

    /// <summary>The same for the same hours: Monday 08:00-16:00;Tuesday …</summary>
    public string Write() => string.Join(';', Week.Where(day => On(day).Count > 0).Select(day => $"{day} {WriteDay(On(day))}"));

    private static bool IsGood(IReadOnlyList<OpenSpan> spans) =>
        spans.Count <= MostSpans && spans.All(span => span.From < span.Until) && spans.Zip(spans.Skip(1)).All(pair => pair.First.Until <= pair.Second.From);

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
