using System.Globalization;
using CoopAssistant.Courses.Writing;
using Microsoft.AspNetCore.Http;

namespace CoopAssistant.Admin.Authoring;

/// <summary>The editor's form: fields to a draft, and what its buttons do to it.</summary>
internal static class DraftForm
{
    private const int MostParts = 30;

    public static DraftText Read(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new DraftText(
            form["titulo"].ToString(),
            int.TryParse(form["minutos"], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : 0,
            DateOnly.TryParseExact(form["revision"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var review) ? review : null,
            form["ley"] == "si", form["sin-puntaje"] != "si", form["salida"] == "si",
            [.. Parts(n => form[$"m{n}"])], [.. Parts(n => form[$"p{n}"]).Select((text, at) => Question(form, text, at + 1))]).Tidy();
    }

    /// <summary>What a button does: <c>agregar-mensaje</c>, <c>quitar-pregunta 2</c>, <c>subir-mensaje 3</c>, <c>agregar-respuesta 1</c>, <c>quitar-respuesta 1 2</c>. Anything else changes nothing.</summary>
    public static DraftText Apply(DraftText draft, string act)
    {
        var words = act.Split(' ');
        var (at, choice) = (Number(words, 1) - 1, Number(words, 2) - 1);
        return words[0] switch
        {
            "agregar-mensaje" => draft with { Messages = [.. draft.Messages, ""] },
            "quitar-mensaje" => draft with { Messages = Without(draft.Messages, at) },
            "subir-mensaje" => draft with { Messages = Moved(draft.Messages, at, -1) },
            "bajar-mensaje" => draft with { Messages = Moved(draft.Messages, at, 1) },
            "agregar-pregunta" => draft with { Questions = [.. draft.Questions, DraftQuestion.New] },
            "quitar-pregunta" => draft with { Questions = Without(draft.Questions, at) },
            "subir-pregunta" => draft with { Questions = Moved(draft.Questions, at, -1) },
            "bajar-pregunta" => draft with { Questions = Moved(draft.Questions, at, 1) },
            "agregar-respuesta" => At(draft, at, choices => [.. choices, DraftChoice.New]),
            "quitar-respuesta" => At(draft, at, choices => Without(choices, choice)),
            "subir-respuesta" => At(draft, at, choices => Moved(choices, choice, -1)),
            _ => draft,
        };
    }

    /// <summary>Id of the part to go on with after a button.</summary>
    public static string Anchor(string act, DraftText after)
    {
        var words = act.Split(' ');
        var (n, choice) = (Number(words, 1), Number(words, 2));
        return words[0] switch
        {
            "agregar-mensaje" => $"mensaje-{after.Messages.Count}",
            "quitar-mensaje" => $"mensaje-{Math.Clamp(n, 1, Math.Max(1, after.Messages.Count))}",
            "subir-mensaje" => $"mensaje-{Math.Max(1, n - 1)}",
            "bajar-mensaje" => $"mensaje-{Math.Min(after.Messages.Count, n + 1)}",
            "agregar-pregunta" => $"pregunta-{after.Questions.Count}",
            "quitar-pregunta" => $"pregunta-{Math.Clamp(n, 1, Math.Max(1, after.Questions.Count))}",
            "subir-pregunta" => $"pregunta-{Math.Max(1, n - 1)}",
            "bajar-pregunta" => $"pregunta-{Math.Min(after.Questions.Count, n + 1)}",
            "agregar-respuesta" when n >= 1 && n <= after.Questions.Count => $"pregunta-{n}-respuesta-{after.Questions[n - 1].Choices.Count}",
            "quitar-respuesta" => $"pregunta-{n}",
            "subir-respuesta" => $"pregunta-{n}-respuesta-{Math.Max(1, choice - 1)}",
            _ => "",
        };
    }

    private static DraftQuestion Question(IFormCollection form, string text, int number)
    {
        var labels = Parts(n => form[$"p{number}r{n}"]);
        return new DraftQuestion(text, [.. labels.Select((label, at) => new DraftChoice(label, form[$"p{number}ok"] == (at + 1).ToString(CultureInfo.InvariantCulture), form[$"p{number}f{at + 1}"].ToString()))]);
    }

    private static List<string> Parts(Func<int, Microsoft.Extensions.Primitives.StringValues> field)
    {
        var parts = new List<string>();
        for (var n = 1; n <= MostParts && field(n) is { Count: > 0 } value; n++) parts.Add(value.ToString());
        return parts;
    }

    private static DraftText At(DraftText draft, int question, Func<IReadOnlyList<DraftChoice>, IReadOnlyList<DraftChoice>> change) =>
        draft with { Questions = [.. draft.Questions.Select((old, at) => at == question ? old with { Choices = change(old.Choices) } : old)] };

    private static IReadOnlyList<T> Without<T>(IReadOnlyList<T> parts, int at) => [.. parts.Where((_, index) => index != at)];

    private static IReadOnlyList<T> Moved<T>(IReadOnlyList<T> parts, int at, int by)
    {
        var list = parts.ToList();
        if (at < 0 || at >= list.Count || at + by < 0 || at + by >= list.Count) return parts;
        (list[at], list[at + by]) = (list[at + by], list[at]);
        return list;
    }

    private static int Number(string[] words, int at) => words.Length > at && int.TryParse(words[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
