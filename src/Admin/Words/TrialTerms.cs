using CoopAssistant.Admin.Wording;
using CoopAssistant.Messaging.Words;

namespace CoopAssistant.Admin.Words;

/// <summary>Why the bot would answer so, in a sentence.</summary>
internal static class TrialTerms
{
    public static readonly IReadOnlyList<(TrialPlace Place, string Slug, string Name)> Places =
    [
        (TrialPlace.Menu, "menu", "En el menú"), (TrialPlace.FirstMessage, "primera-vez", "Escribe por primera vez"), (TrialPlace.Information, "preguntas", "En preguntas frecuentes"),
        (TrialPlace.Offices, "oficinas", "Buscando su oficina"), (TrialPlace.Form, "registro", "En una pregunta del registro"), (TrialPlace.Lesson, "leccion", "En una lección"),
    ];

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["delete"] = "borrar sus datos", ["withdraw"] = "retirar su registro", ["stop"] = "no recibir mensajes", ["start"] = "volver a recibir mensajes", ["person"] = "hablar con una persona", ["restart"] = "empezar de nuevo", ["menu"] = "el menú",
        ["language"] = "su idioma", ["audio"] = "escuchar en audio", ["status"] = "saber cómo va su registro", ["missing"] = "responder lo que falta", ["group"] = "su grupo", ["meeting"] = "las reuniones",
        ["attendance"] = "anotar su asistencia", ["followUp"] = "contar cómo va su cooperativa", ["register"] = "registrarse", ["lessons"] = "aprender", ["myData"] = "ver sus datos", ["preferences"] = "sus preferencias", ["offices"] = "las oficinas", ["information"] = "preguntar algo",
        ["help"] = "ayuda", ["back"] = "volver atrás", ["continue"] = "seguir", ["exit"] = "salir", ["goodbye"] = "despedirse", ["greet"] = "saludar", ["thanks"] = "dar las gracias",
    };

    public static TrialPlace Place(string? slug) => Places.Where(place => place.Slug == slug).Select(place => place.Place).FirstOrDefault();

    public static string Why(SentenceTrial trial) => trial.Reason switch
    {
        TrialReason.Violence => $"Puede ser violencia{By(trial)}: eso va antes que todo.",
        TrialReason.Option => "Eligió una de las opciones que tenía a la vista.",
        TrialReason.Word => $"Se entiende que quiere {Words.GetValueOrDefault(trial.Heard.Word ?? "", trial.Heard.Word ?? "")}{By(trial)}: funciona desde cualquier lugar.",
        TrialReason.Answer => $"Contesta «{Best(trial)?.Question}», por la forma «{Best(trial)?.Wording}» ({Percent(Best(trial)?.Score ?? 0)}).",
        TrialReason.Guess => "No está seguro: le pregunta si quiso decir alguna de estas.",
        TrialReason.Place => "Sus palabras son la respuesta a lo que se le preguntó donde está.",
        _ => "No la entiende: nada se parece lo suficiente.",
    };

    public static string Percent(double score) => Math.Round(score * 100).ToString("0", Plural.Spanish) + " %";

    private static NearQuestion? Best(SentenceTrial trial) => trial.Heard.Questions.Count > 0 ? trial.Heard.Questions[0] : null;

    private static string By(SentenceTrial trial) => trial.Heard.Phrase is { } phrase ? $" (por «{phrase}»)" : "";
}
