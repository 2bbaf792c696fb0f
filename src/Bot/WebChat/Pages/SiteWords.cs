using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace CoopAssistant.Bot.WebChat.Pages;

/// <summary>What women read on the web, from <c>content/site/es.yaml</c>. Read strictly: errors name the file and the key.</summary>
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

    private readonly Dictionary<string, Dictionary<string, string>> sections;

    private SiteWords(string language, Dictionary<string, Dictionary<string, string>> sections) => (Language, this.sections) = (language, sections);

    /// <summary>As in an HTML lang attribute.</summary>
    public string Language { get; }

    public string this[string section, string key] => sections[section][key];

    public IReadOnlyDictionary<string, string> Section(string name) => sections[name];

    /// <param name="contentPath">The content folder.</param>
    /// <exception cref="InvalidOperationException">The file is missing or incomplete; the sentence says where.</exception>
    public static SiteWords Read(string contentPath, string language = "es")
    {
        var file = Path.Combine(contentPath, "site", $"{language}.yaml");
        if (!File.Exists(file)) throw new InvalidOperationException($"{file} is missing: it holds the words of the web chat.");
        Dictionary<string, Dictionary<string, string>> read;
        try
        {
            read = new DeserializerBuilder().Build().Deserialize<Dictionary<string, Dictionary<string, string>>>(File.ReadAllText(file)) ?? [];
        }
        catch (YamlException broken)
        {
            throw new InvalidOperationException($"{file}:{broken.Start.Line}: {broken.Message}", broken);
        }
        foreach (var (section, keys) in Needed)
        {
            if (!read.TryGetValue(section, out var words)) throw new InvalidOperationException($"{file}: the section \"{section}\" is missing.");
            if (keys.FirstOrDefault(k => !words.ContainsKey(k)) is { } missing) throw new InvalidOperationException($"{file}: \"{section}: {missing}\" is missing.");
            if (words.Keys.FirstOrDefault(k => !keys.Contains(k, StringComparer.Ordinal)) is { } extra) throw new InvalidOperationException($"{file}: \"{section}: {extra}\" is not known.");
        }
        if (read.Keys.FirstOrDefault(k => !Needed.ContainsKey(k)) is { } unknown) throw new InvalidOperationException($"{file}: the section \"{unknown}\" is not known.");
        return new(language, read);
    }
}
