using System.Text.Json;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Programme.Communities;

/// <summary>Answers of a community's study by question id; questions left blank are missing.</summary>
public sealed record StudyAnswers(IReadOnlyDictionary<string, string> Values)
{
    private const int LongestText = 1000;

    public string ToJson() => JsonSerializer.Serialize(Values.ToDictionary(StringComparer.Ordinal));

    public static StudyAnswers FromJson(string? json) =>
        new(json is null ? new Dictionary<string, string>(StringComparer.Ordinal) : JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? []);

    /// <summary>Reads what staff typed. Problems are by question id; with any, nothing is to be kept but the typed.</summary>
    public static (StudyAnswers Answers, IReadOnlyDictionary<string, string> Problems) Read(IReadOnlyList<StudyQuestion> questions, Func<string, string?> typed)
    {
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentNullException.ThrowIfNull(typed);
        var (values, problems) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var question in questions)
        {
            var text = typed(question.Id)?.Trim() ?? "";
            if (text.Length == 0) continue;
            values[question.Id] = text;
            if (question.Kind == StudyKind.Number && !(int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number <= 1_000_000))
                problems[question.Id] = "Escriba un número entero, solo con cifras.";
            else if (question.Kind == StudyKind.Choice && !question.Options.Contains(text, StringComparer.Ordinal)) problems[question.Id] = "Elija una de las opciones.";
            else if (text.Length > LongestText) problems[question.Id] = "Escriba menos de 1.000 letras.";
        }
        return (new StudyAnswers(values), problems);
    }
}
