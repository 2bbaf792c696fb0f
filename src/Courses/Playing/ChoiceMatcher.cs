using System.Globalization;
using CoopAssistant.Courses.Lessons;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Places;

namespace CoopAssistant.Courses.Playing;

/// <summary>Finds the choice a woman means by a number, a letter or words of her own. A digit always means the choice's place.</summary>
public static class ChoiceMatcher
{
    private const int ShortestMistyped = 4;
    private static readonly string[] Places = ["uno|una|primera|primero|a", "dos|segunda|segundo|b", "tres|tercera|tercero|c", "cuatro|cuarta|cuarto|d", "cinco|quinta|quinto|e"];
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal) { "la", "el", "opcion", "respuesta", "numero", "es", "creo", "que", "yo", "digo", "pienso", "seria", "letra", "por", "favor", "porfa" };

    /// <summary>Index of the choice, from 0; null where it is not clear which one she means.</summary>
    public static int? Find(Question question, string text)
    {
        ArgumentNullException.ThrowIfNull(question);
        var said = Plain.Of(text);
        if (said.Length == 0) return null;
        var labels = question.Choices.Select(choice => Plain.Of(choice.Label)).ToList();
        return Place(said, labels.Count)
            ?? Only(labels, label => label == said)
            ?? SpokenPlace(said, labels.Count)
            ?? Only(labels, label => Has(label, said) || Has(said, label))
            ?? Only(labels, label => IsMistyped(label, said));
    }

    private static int? Place(string said, int count) =>
        int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place >= 1 && place <= count ? place - 1 : null;

    /// <summary>«la segunda», «opción 2», «creo que es la b».</summary>
    private static int? SpokenPlace(string said, int count)
    {
        var telling = said.Split(' ').Where(word => !Fillers.Contains(word)).ToList();
        if (telling is not [var word]) return null;
        var named = Array.FindIndex(Places, names => names.Split('|').Contains(word, StringComparer.Ordinal));
        return named >= 0 && named < count ? named : Place(word, count);
    }

    /// <summary>Whole words only; a number or an article by itself tells nothing.</summary>
    private static bool Has(string text, string part) =>
        part.Split(' ').Any(word => word.Length > 2 && word.Any(char.IsLetter) && !Fillers.Contains(word)) && $" {text} ".Contains($" {part} ", StringComparison.Ordinal);

    private static bool IsMistyped(string label, string said) =>
        said.Length >= ShortestMistyped && label.Any(char.IsLetter) && EditDistance.Between(label, said) <= Math.Max(label.Length, said.Length) / 5;

    private static int? Only(List<string> labels, Func<string, bool> fits)
    {
        var found = Enumerable.Range(0, labels.Count).Where(at => fits(labels[at])).Take(2).ToList();
        return found is [var only] ? only : null;
    }
}
