using System.Collections.Frozen;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Bot.Understanding;

/// <summary>The phrases of one language, as <c>content/understanding</c> lists them.</summary>
internal sealed class HeardPhrases
{
    // A misspelt one of these is still meant, where no free text is asked.
    private static readonly ForgivenWord[] Forgiven =
    [
        new("menu", Intent.Menu), new("ayuda", Intent.Help), new("atras", Intent.Back), new("persona", Intent.Person), new("estado", Intent.Status),
        new("reiniciar", Intent.Restart), new("salir", Intent.Exit), new("registro", Intent.Register), new("registrar", Intent.Register), new("oficina", Intent.Offices),
    ];

    private static readonly string[] NamesToo = ["alto", "alta", "socorro"];

    public required PhraseBook Violence { get; init; }
    public required PhraseBook ViolenceAlone { get; init; }
    public required PhraseBook NotViolence { get; init; }

    /// <summary>Words that say violence on their own, also where they are misspelt.</summary>
    public required IReadOnlyList<Phrase> ViolenceMisspelt { get; init; }

    /// <summary>By priority.</summary>
    public required IReadOnlyList<IntentPhrases> Intents { get; init; }
    public required IReadOnlyDictionary<Said, PhraseBook> Said { get; init; }
    public required FrozenSet<string> Ignored { get; init; }
    public required FrozenSet<string> Greetings { get; init; }
    public required PhraseBook GreetingStarts { get; init; }
    public IReadOnlyList<ForgivenWord> ForgivenWords { get; } = [.. Forgiven.Select(forgiven => forgiven with { Word = Sound.Of(forgiven.Word) })];
    public FrozenSet<string> AlsoNames { get; } = NamesToo.Select(Sound.Of).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Of all that means something from any point.</summary>
    public Openings Openings => field ??= new Openings([Violence, ViolenceAlone, .. Intents.SelectMany(intent => new[] { intent.Whole, intent.Within })]);

    /// <summary>Reads <c>understanding/es.yaml</c>; what is wrong goes to the problems.</summary>
    public static HeardPhrases Read(string contentRoot, string language, PackProblems problems)
    {
        var file = YamlMap.Open(contentRoot, $"understanding/{language}.yaml", problems);
        var reader = new PhraseReader(file.Map("lists"), problems);
        var violence = file.Map("violence");
        var read = new HeardPhrases
        {
            Violence = reader.Book(violence, "hints"),
            ViolenceAlone = reader.Book(violence, "alone"),
            NotViolence = reader.Book(violence, "except"),
            ViolenceMisspelt = reader.Book(violence, "misspelt").Phrases,
            Intents = ReadIntents(file.Map("intents"), reader),
            Said = ReadSaid(file.Map("said"), reader),
            Ignored = Sounds(file, "ignore"),
            Greetings = Sounds(file, "greetings"),
            GreetingStarts = reader.Book(file, "greetingStarts"),
        };
        violence.Done();
        file.Done();
        return read;
    }

    private static List<IntentPhrases> ReadIntents(YamlMap map, PhraseReader reader)
    {
        var intents = new List<IntentPhrases>();
        foreach (var intent in Enum.GetValues<Intent>().Where(intent => intent is not (Intent.Violence or Intent.Greet or Intent.None)))
        {
            var phrases = map.Map(KeyOf(intent));
            intents.Add(new IntentPhrases(intent, reader.Book(phrases, "whole"), reader.Book(phrases, "within"), reader.Book(phrases, "except")));
            phrases.Done();
        }
        map.Done();
        return intents;
    }

    private static Dictionary<Said, PhraseBook> ReadSaid(YamlMap map, PhraseReader reader)
    {
        var said = Enum.GetValues<Said>().ToDictionary(one => one, one => reader.Book(map, KeyOf(one)));
        map.Done();
        return said;
    }

    private static string KeyOf<TEnum>(TEnum one) where TEnum : struct, Enum => char.ToLowerInvariant(one.ToString()[0]) + one.ToString()[1..];

    private static FrozenSet<string> Sounds(YamlMap map, string key) => map.Words(key).Select(word => Sound.Of(Plain.Of(word))).ToFrozenSet(StringComparer.Ordinal);
}

/// <param name="Whole">All she wrote.</param>
/// <param name="Within">Somewhere in what she wrote …</param>
/// <param name="Except">… unless one of these is.</param>
internal sealed record IntentPhrases(Intent Intent, PhraseBook Whole, PhraseBook Within, PhraseBook Except);

/// <summary>A word that means something also where it is misspelt.</summary>
internal sealed record ForgivenWord(string Word, Intent Intent);

/// <summary>Reads lists of phrases; one that cannot be read is a problem with its line.</summary>
internal sealed class PhraseReader
{
    private readonly Dictionary<string, IReadOnlyList<string>> _lists;
    private readonly PackProblems _problems;

    public PhraseReader(YamlMap lists, PackProblems problems)
    {
        _problems = problems;
        _lists = lists.Keys().ToDictionary(key => key, key => lists.Words(key), StringComparer.Ordinal);
    }

    public PhraseBook Book(YamlMap map, string key) => new(map.Texts(key).Select(Parsed).OfType<Phrase>());

    private Phrase? Parsed(YamlText written)
    {
        try
        {
            return Phrase.Parse(written.Value, _lists);
        }
        catch (FormatException wrong)
        {
            _problems.Add(written.File, written.Line, $"This phrase cannot be read: {wrong.Message}.");
            return null;
        }
    }
}
