using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Bot.WebChat.Pages;

/// <summary>What women read on the web, from <c>content/site/es.yaml</c>. Read strictly: errors name file, line and key.</summary>
internal sealed class SiteWords
{
    private static readonly Dictionary<string, string[]> Needed = new(StringComparer.Ordinal)
    {
        ["widget"] =
        [
            "heading", "open", "close", "exit", "exitWord", "conversation", "write", "send", "choices", "newMessages", "waiting", "sending", "sent", "failed",
            "again", "wrongFile", "offline", "refused", "notKept", "typing", "bot", "user", "staff", "audio", "showPicture", "download", "file", "attach", "voice", "stopVoice", "noMicrophone",
        ],
        ["page"] =
        [
            "title", "skip", "lead", "whoTitle", "who", "chatTitle", "chatHelp", "noScript", "plainLink", "whatsAppTitle", "whatsApp", "whatsAppLink", "whatsAppQr",
            "privacyTitle", "privacy", "statisticsTitle", "statisticsLink",
        ],
        ["plain"] = ["title", "lead", "begin", "refresh", "back"],
        ["exit"] = ["title", "days"],
        ["embed"] = ["title", "text"],
        ["figures"] =
        [
            "title", "lead", "until", "registered", "grouped", "inCooperative", "groups", "cooperatives", "regions", "region", "rubros", "rubro", "women", "total",
            "unknownRegion", "unknownRubro", "hidden", "hiddenNote", "csv", "back", "country", "table", "row", "code", "followUp", "followUpNote", "told",
        ],
        ["verify"] = ["title", "label", "check", "valid", "code", "initials", "completed", "did", "day", "another", "unknown", "busy", "paperTitle", "paperOver"],
    };

    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> sections;

    private SiteWords(string language, Dictionary<string, IReadOnlyDictionary<string, string>> sections) => (Language, this.sections) = (language, sections);

    /// <summary>As in an HTML lang attribute.</summary>
    public string Language { get; }

    public string this[string section, string key] => sections[section][key];

    public IReadOnlyDictionary<string, string> Section(string name) => sections[name];

    /// <param name="contentPath">The content folder.</param>
    /// <exception cref="InvalidOperationException">The file is missing or incomplete; the sentence says where.</exception>
    public static SiteWords Read(string contentPath, string language = "es")
    {
        var problems = new PackProblems();
        var map = YamlMap.Open(contentPath, $"site/{language}.yaml", problems);
        var read = Needed.ToDictionary(needed => needed.Key, needed => Section(map.Map(needed.Key), needed.Value), StringComparer.Ordinal);
        map.Done();
        return !problems.Any
            ? new(language, read)
            : throw new InvalidOperationException($"The words of the web chat in {contentPath} have {problems.Count} problem(s):\n{string.Join('\n', problems.InOrder())}");
    }

    private static IReadOnlyDictionary<string, string> Section(YamlMap map, string[] keys)
    {
        var words = keys.ToDictionary(key => key, key => map.Text(key), StringComparer.Ordinal);
        map.Done();
        return words;
    }
}
