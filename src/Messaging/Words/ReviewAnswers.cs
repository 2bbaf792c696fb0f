using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Messaging.Words;

/// <summary>Checks of answers to frequent questions.</summary>
internal sealed class ReviewAnswers(ProgrammePacks packs, IReadOnlyList<DeskWords> all)
{
    public const string Question = "pregunta";
    public const string Wordings = "formas";
    public const string Text = "respuesta";
    public const string Review = "revision";
    private const int LongestQuestion = 100;
    private const int LongestWording = 120;

    public IEnumerable<WordsConcern> Check(DeskWords words, WordsText.Answer answer)
    {
        if (answer.Question.Length == 0) yield return new(true, Question, "Falta la pregunta, como la leerá en la lista.");
        if (answer.Question.Length > LongestQuestion) yield return new(true, Question, $"La pregunta tiene {answer.Question.Length} letras; caben {LongestQuestion}.");
        if (answer.Wordings.Count == 0) yield return new(true, Wordings, "Escriba al menos una forma en que las mujeres preguntan esto, con sus palabras.");
        foreach (var wording in answer.Wordings.Where(wording => wording.Length > LongestWording)) yield return new(true, Wordings, $"«{wording[..30]}…» tiene {wording.Length} letras; caben {LongestWording}.");
        foreach (var twice in answer.Wordings.GroupBy(Plain.Of, StringComparer.Ordinal).Where(same => same.Count() > 1)) yield return new(true, Wordings, $"«{twice.First()}» está dos veces. Deje una.");
        foreach (var (wording, other) in Taken(words.Key, answer)) yield return new(true, Wordings, $"«{wording}» ya está en «{other}». Una forma de preguntar lleva a una sola respuesta: quítela de una de las dos.");
        var own = all.Where(other => other.Key.Kind == WordsKind.Answer && other.Key.Name == words.Key.Name && !other.Key.IsForAll && other.Published is WordsText.OwnAnswer).Select(other => other.Key.Country).ToList();
        foreach (var concern in Check(answer.Text, answer.IsUnconfirmed, packs.All.Where(pack => !own.Contains(pack.Country.Code, StringComparer.Ordinal)))) yield return concern;
        if (answer is { IsUnconfirmed: true, Review: null }) yield return new(true, Review, "Un dato sin confirmar necesita el día en que alguien lo comprobará.");
    }

    public IEnumerable<WordsConcern> Check(DeskWords words, WordsText.OwnAnswer own)
    {
        var common = all.FirstOrDefault(other => other.Key == words.Key with { Country = "" })?.Published as WordsText.Answer;
        return Check(own.Text, common?.IsUnconfirmed == true, packs.All.Where(pack => pack.Country.Code == words.Key.Country));
    }

    private static IEnumerable<WordsConcern> Check(string text, bool isUnconfirmed, IEnumerable<ProgrammePack> readers)
    {
        if (text.Length == 0) yield return new(true, Text, "Falta la respuesta.");
        if (isUnconfirmed && text.Length > 0 && !Placeholders.In(text).Contains(Placeholders.Confirm, StringComparer.Ordinal))
            yield return new(true, Text, $"Es un dato sin confirmar: termine el texto con {{{Placeholders.Confirm}}}, o quite la marca si ya se confirmó.");
        foreach (var pack in readers)
        {
            foreach (var name in Placeholders.In(text).Distinct(StringComparer.Ordinal).Where(name => name != Placeholders.Office && !pack.Words.ContainsKey(name)))
                yield return new(true, Text, $"{{{name}}} no es un dato que {pack.Country.Name} conozca. Se puede usar {{{Placeholders.Office}}}, {string.Join(", ", pack.Words.Keys.Order(StringComparer.Ordinal).Select(known => $"{{{known}}}"))}.");
            var longest = pack.Offices.All.Max(office => Placeholders.Fill(text, new Dictionary<string, string>(pack.Words, StringComparer.Ordinal) { [Placeholders.Office] = office.Name }).Length);
            if (longest > AnswersReader.LongestAnswer) yield return new(true, Text, $"Con las palabras de {pack.Country.Name} la respuesta llega a {longest} letras; caben {AnswersReader.LongestAnswer}. Acórtela.");
        }
    }

    /// <summary>Ways of asking that belong to another question, as published or as drafted.</summary>
    private IEnumerable<(string Wording, string Other)> Taken(WordsKey key, WordsText.Answer answer)
    {
        var others = all.Where(other => other.Key.Kind == WordsKind.Answer && other.Key.Name != key.Name)
            .Select(other => other.Published).OfType<WordsText.Answer>()
            .SelectMany(other => other.Wordings.Select(wording => (Plain.Of(wording), other.Question))).ToLookup(pair => pair.Item1, pair => pair.Question, StringComparer.Ordinal);
        return answer.Wordings.SelectMany(wording => others[Plain.Of(wording)].Take(1).Select(other => (wording, other)));
    }
}
