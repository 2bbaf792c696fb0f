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
}
