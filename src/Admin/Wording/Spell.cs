namespace CoopAssistant.Admin.Wording;

/// <summary>Spans of time in words, rounded down: «3 minutos», «1 hora», «2 días».</summary>
internal static class Spell
{
    public static string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => "menos de 1 minuto",
        { TotalHours: < 1 } => Plural.Of((long)span.TotalMinutes, "minuto", "minutos"),
        { TotalDays: < 1 } => Plural.Of((long)span.TotalHours, "hora", "horas"),
        _ => Plural.Of((long)span.TotalDays, "día", "días"),
    };

    public static string Ago(TimeSpan span) => span.TotalMinutes < 1 ? "ahora mismo" : "hace " + Span(span);

    /// <summary>«en octubre de 2026», «de octubre de 2026 a marzo de 2027».</summary>
    public static string Months(DateOnly first, DateOnly last) => first == last ? "en " + Month(first) : $"de {Month(first)} a {Month(last)}";

    public static string Month(DateOnly month) => month.ToString("MMMM 'de' yyyy", Plural.Spanish);
}
