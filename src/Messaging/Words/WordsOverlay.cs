using System.Globalization;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Messaging.Words;

/// <summary>
/// Lays what was published over the files that come with the program: only what differs is written, so that the rest stays as it is to
/// the byte. What the program does not know (any more) is passed over.
/// </summary>
public sealed class WordsOverlay
{
    private readonly ContentFiles _files;
    private readonly WordsContent _content;
    private readonly IReadOnlyList<ProgrammePack> _programmes;
    private readonly IReadOnlyDictionary<WordsKey, WordsText> _filed;
    private readonly SortedDictionary<string, YamlSplice> _open = new(StringComparer.Ordinal);

    private WordsOverlay(ContentFiles files, WordsContent content, IReadOnlyList<ProgrammePack> programmes) =>
        (_files, _content, _programmes, _filed) = (files, content, programmes, FiledWords.Read(files, content, programmes));

    /// <param name="published">What differs from the files, or may.</param>
    public static ContentFiles Over(ContentFiles files, WordsContent content, IReadOnlyList<ProgrammePack> programmes, IEnumerable<KeyValuePair<WordsKey, WordsText>> published)
    {
        ArgumentNullException.ThrowIfNull(files);
        var overlay = new WordsOverlay(files, content, programmes);
        foreach (var (key, text) in published.OrderBy(words => words.Key.Kind).ThenBy(words => words.Key.Country, StringComparer.Ordinal).ThenBy(words => words.Key.Name, StringComparer.Ordinal))
            overlay.Write(key, text);
        return new ContentFiles(files.Root, overlay._open.ToDictionary(file => file.Key, file => file.Value.ToString(), StringComparer.Ordinal));
    }

    private void Write(WordsKey key, WordsText text)
    {
        var filed = _filed.GetValueOrDefault(key);
        if (text.IsSameAs(filed) || (text is WordsText.Nothing && filed is null)) return;
        switch (key.Kind, text)
        {
            case (WordsKind.Text, WordsText.Said or WordsText.Nothing) when _content.Find(key.Name) is { } said && LanguageOf(key.Country) is { } language:
                if (key.IsForAll && text is WordsText.Nothing) return;
                Open(WordingReader.FileOf(language)).Set(text is WordsText.Said { Ways: var ways } ? Said(said, ways) : null, key.Name.Split('.', 2));
                break;
            case (WordsKind.Answer, WordsText.Answer answer): Write(key.Name, answer, filed as WordsText.Answer); break;
            case (WordsKind.Answer, WordsText.Nothing) when key.IsForAll: Answers.Set(null, "answers", TopicIs(key.Name)); break;
            case (WordsKind.Answer, WordsText.OwnAnswer or WordsText.Nothing) when Answers.Has("answers", TopicIs(key.Name)):
                Answers.Set(text is WordsText.OwnAnswer own ? new YamlTree.Text(own.Text) : null, "answers", TopicIs(key.Name), "countries", key.Country);
                break;
            case (WordsKind.Office, WordsText.Office office) when PackOf(key.Country) is { } pack: Write(pack, key.Name, office, filed as WordsText.Office); break;
            case (WordsKind.Office, WordsText.Nothing) when PackOf(key.Country) is { } pack: Open(PackFacts.OfficesFileOf(pack)).Set(null, "offices", "code=" + key.Name); break;
            case (WordsKind.Emergency, WordsText.Emergency lines) when filed is WordsText.Emergency before && PackOf(key.Country) is { } pack: Write(pack, lines, before); break;
            default: break;
        }
    }

    private static YamlTree Said(TextKey key, IReadOnlyList<string> ways) => key.IsVaried ? YamlTree.Texts(ways) : new YamlTree.Text(ways.Count > 0 ? ways[0] : "");

    private void Write(string topic, WordsText.Answer answer, WordsText.Answer? filed)
    {
        if (filed is null)
        {
            List<(string, YamlTree)> pairs = [("topic", new YamlTree.Text(topic)), ("question", new YamlTree.Text(answer.Question)), ("wordings", YamlTree.Texts(answer.Wordings)), ("answer", new YamlTree.Text(answer.Text))];
            if (answer.IsUnconfirmed) pairs.Add(("unconfirmed", True));
            if (answer.Review is { } day) pairs.Add(("review", Day(day)));
            Answers.Set(new YamlTree.Map(pairs), "answers", TopicIs(topic));
            return;
        }
        var put = new Putting(Answers, "answers", TopicIs(topic));
        put.Text("question", answer.Question, filed.Question);
        if (!answer.Wordings.SequenceEqual(filed.Wordings, StringComparer.Ordinal)) Answers.Set(YamlTree.Texts(answer.Wordings), "answers", TopicIs(topic), "wordings");
        put.Text("answer", answer.Text, filed.Text);
        put.Flag("unconfirmed", answer.IsUnconfirmed, filed.IsUnconfirmed);
        put.Day("review", answer.Review, filed.Review);
    }

    private void Write(ProgrammePack pack, string code, WordsText.Office office, WordsText.Office? filed)
    {
        if (filed is null)
        {
            Add(Open(PackFacts.OfficesFileOf(pack)), code, pack.Ministry.Code, office);
            return;
        }
        var put = new Putting(Open(PackFacts.OfficesFileOf(pack)), "offices", "code=" + code);
        put.Text("name", office.Name, filed.Name);
        if (office.Covers is { } places && !places.SequenceEqual(filed.Covers ?? [], StringComparer.Ordinal)) put.Texts("covers", places);
        put.Text("town", office.Town, filed.Town);
        put.Text("address", office.Address, filed.Address);
        put.Text("phone", office.Phone, filed.Phone);
        put.Text("note", office.Note, filed.Note);
        put.Flag("unconfirmed", office.IsUnconfirmed, filed.IsUnconfirmed);
        put.Day("review", office.Review, filed.Review);
    }

    private static void Add(YamlSplice file, string code, string institution, WordsText.Office office)
    {
        List<(string, YamlTree)> pairs = [("code", new YamlTree.Text(code)), ("name", new YamlTree.Text(office.Name)), ("institution", new YamlTree.Text(institution))];
        foreach (var (name, text) in new[] { ("town", office.Town), ("address", office.Address), ("phone", office.Phone), ("note", office.Note) })
            if (text.Length > 0) pairs.Add((name, new YamlTree.Text(text)));
        if (office.Covers is { Count: > 0 } places) pairs.Add(("covers", YamlTree.Texts(places)));
        if (office.IsUnconfirmed) pairs.Add(("unconfirmed", True));
        if (office.Review is { } day) pairs.Add(("review", Day(day)));
        file.Set(new YamlTree.Map(pairs), "offices", "code=" + code);
    }

    private void Write(ProgrammePack pack, WordsText.Emergency lines, WordsText.Emergency filed)
    {
        var file = Open(PackFacts.EmergencyFileOf(pack));
        var put = new Putting(file);
        put.Day("review", lines.Review, filed.Review);
        put.Text("before", lines.Before, filed.Before);
        put.Text("after", lines.After, filed.After);
        if (!lines.Lines.SequenceEqual(filed.Lines)) file.Set(new YamlTree.List([.. lines.Lines.Select(Line)]), "lines");
    }

    private static YamlTree Line(EmergencyText line)
    {
        List<(string, YamlTree)> pairs = [("code", new YamlTree.Text(line.Code))];
        if (line.Number.Length > 0) pairs.Add(("number", new YamlTree.Text(line.Number)));
        pairs.Add(("name", new YamlTree.Text(line.Name)));
        if (line.Text.Length > 0) pairs.Add(("text", new YamlTree.Text(line.Text)));
        if (line.IsUnconfirmed) pairs.Add(("unconfirmed", True));
        if (line.Review is { } day) pairs.Add(("review", Day(day)));
        return new YamlTree.Map(pairs);
    }

    private YamlSplice Answers => Open(AnswersReader.FileOf(WordsContent.Language));

    private YamlSplice Open(string file) => _open.TryGetValue(file, out var open) ? open : _open[file] = new YamlSplice(_files.Text(file));

    private ProgrammePack? PackOf(string country) => _programmes.FirstOrDefault(pack => pack.Country.Code == country);

    private string? LanguageOf(string country) => country.Length == 0 ? WordsContent.Language : PackOf(country)?.Country.Language;

    private static string TopicIs(string topic) => "topic=" + topic;

    private static readonly YamlTree True = new YamlTree.Plain("true");

    private static YamlTree Day(DateOnly day) => new YamlTree.Plain(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Writes values of one mapping, where they differ.</summary>
    private sealed class Putting(YamlSplice file, params string[] above)
    {
        public void Text(string name, string text, string filed)
        {
            if (text != filed) file.Set(text.Length == 0 ? null : new YamlTree.Text(text), [.. above, name]);
        }

        public void Texts(string name, IReadOnlyList<string> texts) => file.Set(texts.Count == 0 ? null : YamlTree.Texts(texts), [.. above, name]);

        public void Flag(string name, bool flag, bool filed)
        {
            if (flag != filed) file.Set(flag ? True : null, [.. above, name]);
        }

        public void Day(string name, DateOnly? day, DateOnly? filed)
        {
            if (day != filed) file.Set(day is { } set ? WordsOverlay.Day(set) : null, [.. above, name]);
        }
    }
}
