using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Messaging.Words;

/// <summary>The checks before publishing. The strict readers have the last word: what they would refuse at the next start is not published.</summary>
public sealed class ReviewWords(WordsContent content, ProgrammePacks packs, IEnumerable<IUnderstand> understands)
{
    private readonly Promises _promises = content.IsKnown ? Promises.Read(content.Files) : Promises.None;

    /// <param name="words">As it lies on the desk.</param>
    /// <param name="all">Everything on the desk.</param>
    /// <returns>What stops first.</returns>
    public IReadOnlyList<WordsConcern> Handle(DeskWords words, IReadOnlyList<DeskWords> all)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(all);
        if (words.Text is not { } text || !content.IsKnown) return [];
        var concerns = text switch
        {
            WordsText.Said said when content.Find(words.Key.Name) is { } key => new ReviewTexts(content, packs).Check(words, key, said),
            WordsText.Answer answer => new ReviewAnswers(packs, all).Check(words, answer),
            WordsText.OwnAnswer own => new ReviewAnswers(packs, all).Check(words, own),
            WordsText.Office office => ReviewFacts.Check(words.Key.Name, office, packs.Find(words.Key.Country)),
            WordsText.Nothing when words.Key.Kind == WordsKind.Office => ReviewFacts.CheckWithout(words.Key.Name, packs.Find(words.Key.Country)),
            WordsText.Emergency emergency => ReviewFacts.Check(emergency),
            _ => [],
        };
        var found = concerns.ToList();
        found.AddRange(Spoken(text).SelectMany(said => _promises.In(said.Text).Select(phrase => new WordsConcern(false, said.Anchor, $"«{phrase}» suena a promesa. No prometa dinero ni fechas: diga qué paso sigue."))));
        if (!found.Exists(concern => concern.Stops)) found.AddRange(AsRead(words, all, text));
        return [.. found.OrderByDescending(concern => concern.Stops)];
    }

    /// <summary>Names that may stand in braces in a text, its own first; empty for what is no text.</summary>
    public IReadOnlyList<string> Known(WordsKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Kind == WordsKind.Text && content.Find(key.Name) is { } text ? [.. text.Placeholders.Concat(new ReviewTexts(content, packs).Known(key.Country).Order(StringComparer.Ordinal))] : [];
    }

    private IEnumerable<WordsConcern> AsRead(DeskWords words, IReadOnlyList<DeskWords> all, WordsText text)
    {
        var after = ReadWords.WithDrafts([.. all.Where(other => other.Key != words.Key), words], words.Key);
        var problems = WordsEdition.Problems(content, packs.All, after);
        if (problems.Count > 0) return problems.Take(3).Select(problem => new WordsConcern(true, First(text), $"El programa no lo podría leer: {problem.Message}"));
        return text is WordsText.Answer answer && understands.LastOrDefault() is { } bot ? Misheard(words, answer, WordsEdition.Of(content, packs.All, after), bot) : [];
    }

    /// <summary>New ways of asking that would lead elsewhere.</summary>
    private static IEnumerable<WordsConcern> Misheard(DeskWords words, WordsText.Answer answer, WordsEdition edition, IUnderstand bot)
    {
        var known = (words.Published as WordsText.Answer)?.Wordings ?? [];
        foreach (var wording in answer.Wordings.Except(known, StringComparer.Ordinal))
        {
            var heard = bot.Hear(edition, wording);
            if (heard.IsViolence) yield return new(false, ReviewAnswers.Wordings, $"«{wording}» muestra primero las líneas de emergencia: nadie llegará a esta respuesta con esa frase.");
            else if (heard.Word is not null) yield return new(false, ReviewAnswers.Wordings, $"«{wording}» es una palabra que el asistente ya usa para otra cosa («{heard.Phrase ?? heard.Word}»): nadie llegará a esta respuesta con ella.");
            else if (heard.Questions is [var best, ..] && best.Topic != words.Key.Name) yield return new(false, ReviewAnswers.Wordings, $"«{wording}» se entiende como «{best.Question}».");
            else if (heard is { IsSure: false, Questions: [_, var next, ..] }) yield return new(false, ReviewAnswers.Wordings, $"«{wording}» está demasiado cerca de «{next.Question}»: el asistente le preguntará cuál quiso decir.");
        }
    }

    private static IEnumerable<(string Anchor, string Text)> Spoken(WordsText text) => text switch
    {
        WordsText.Said said => said.Ways.Select((way, at) => (ReviewTexts.Anchor(at), way)),
        WordsText.Answer answer => [(ReviewAnswers.Text, answer.Text)],
        WordsText.OwnAnswer own => [(ReviewAnswers.Text, own.Text)],
        WordsText.Office office => [("nota", office.Note)],
        _ => [],
    };

    private static string First(WordsText text) => text switch
    {
        WordsText.Answer or WordsText.OwnAnswer => ReviewAnswers.Text,
        WordsText.Office => "nombre",
        WordsText.Emergency => "antes",
        _ => ReviewTexts.Anchor(0),
    };
}

/// <summary>Checks of what the bot says.</summary>
internal sealed class ReviewTexts(WordsContent content, ProgrammePacks packs)
{
    public static string Anchor(int way) => $"texto-{way + 1}";

    public IEnumerable<WordsConcern> Check(DeskWords words, TextKey key, WordsText.Said said)
    {
        if (said.Ways.Count == 0) yield return new(true, Anchor(0), key.IsVaried ? "Falta el texto: escriba al menos una forma de decirlo." : "Falta el texto: escríbalo.");
        var needed = (words.Filed ?? words.Published) is WordsText.Said filed ? filed.Ways.SelectMany(Placeholders.In).Where(name => key.Placeholders.Contains(name, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal).ToList() : [];
        foreach (var (way, at) in said.Ways.Select((way, at) => (way, at)))
            foreach (var (stops, what) in Check(words.Key, key, way, needed))
                yield return new(stops, Anchor(at), what);
    }

    private IEnumerable<(bool Stops, string What)> Check(WordsKey at, TextKey key, string way, List<string> needed)
    {
        if (way.Length > key.MostCharacters) yield return (true, $"Tiene {way.Length} letras; caben {key.MostCharacters}{(key.IsLabel ? " en una opción" : "")}. Acórtelo.");
        if (Unbalanced(way)) yield return (true, "Hay una llave { o } sin su pareja. Escriba el dato completo, como {programa}.");
        var used = Placeholders.In(way);
        foreach (var name in needed.Except(used, StringComparer.Ordinal)) yield return (true, $"Falta {{{name}}}: sin él, ella no lee ese dato. Póngalo donde corresponda.");
        var known = Known(at.Country);
        foreach (var name in used.Except(key.Placeholders, StringComparer.Ordinal).Distinct(StringComparer.Ordinal).Where(name => !known.Contains(name)))
            yield return (true, $"{{{name}}} no es un dato que el programa conozca aquí.{Suggest(name, key.Placeholders.Concat(known))}");
        foreach (var pack in packs.All.Where(pack => at.IsForAll || at.Country == pack.Country.Code))
            if (Placeholders.Fill(way, pack.Words).Length > key.MostCharacters && way.Length <= key.MostCharacters)
                yield return (!key.IsLabel, $"Con las palabras de {pack.Country.Name} pasa de {key.MostCharacters} letras. Acórtelo.");
        if (key.IsLabel && way.Contains('\n', StringComparison.Ordinal)) yield return (true, "Una opción va en una sola línea.");
        if (!key.IsLabel && way.Split('\n').Any(IsNumbered)) yield return (false, "Hay líneas que empiezan con un número. Los números de las opciones los pone el programa: si ella lee dos listas, no sabrá cuál contestar.");
    }

    /// <summary>Words every reader of the text has: the country's, or for all those that each country and who has none yet have.</summary>
    public HashSet<string> Known(string country)
    {
        var neutral = content.Files.Open(WordingReader.FileOf(WordsContent.Language), new PackProblems()).Map(WordingReader.NeutralSection).Keys();
        var each = packs.All.Where(pack => country.Length == 0 || pack.Country.Code == country).Select(pack => pack.Words.Keys);
        return [.. each.Aggregate(country.Length == 0 ? neutral : each.FirstOrDefault() ?? [], (known, words) => known.Intersect(words, StringComparer.Ordinal))];
    }

    private static bool IsNumbered(string line) => line.TrimStart() is { Length: > 2 } start && char.IsAsciiDigit(start[0]) && (start[1] is '.' or ')' || (char.IsAsciiDigit(start[1]) && start[2] is '.' or ')'));

    private static bool Unbalanced(string text)
    {
        var isOpen = false;
        foreach (var letter in text)
        {
            if (letter == '{' ? isOpen : letter == '}' && !isOpen) return true;
            if (letter is '{' or '}') isOpen = letter == '{';
        }
        return isOpen;
    }

    private static string Suggest(string name, IEnumerable<string> known)
    {
        var names = known.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? " Quítelo." : $" Se puede usar {string.Join(", ", names.Select(other => $"{{{other}}}"))}.";
    }
}
