using CoopAssistant.Programme.Consents;
using CoopAssistant.Programme.Forms;
using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Programme.Packs.Reading;

/// <summary>What <c>programme.yaml</c> says: who, with which rules, and what she agrees to.</summary>
internal sealed record CountryFile(
    Country Country, Named Programme, Institution Ministry, Institution Authority, IReadOnlyList<Institution> Institutions,
    PhoneRules Phone, DocumentRules Document, WhoMayRegister Rules, Greeting Greeting, ConsentNotice Consent,
    IReadOnlyDictionary<string, string> Words)
{
    /// <summary>Where programme.yaml itself could not be read, its own problem is enough.</summary>
    private bool Knows(string institution) => Ministry.Code.Length == 0 || institution == Ministry.Code || Institutions.Any(i => i.Code == institution);

    /// <summary>The ministry's or an institution's code that must be known.</summary>
    public string Known(YamlMap map, string key)
    {
        var code = map.Text(key, 40);
        if (code.Length > 0 && !Knows(code))
            map.Problem(key, $"There is no institution \"{code}\" in programme.yaml.{Nearest.Hint(code, Institutions.Select(i => i.Code).Append(Ministry.Code))}");
        return code;
    }

    public static CountryFile Read(YamlMap map)
    {
        var country = ReadCountry(map.Map("country"));
        var programme = ReadNamed(map.Map("programme"));
        var ministry = ReadInstitution(map.Map("ministry"), hasRole: false);
        var entries = map.Maps("institutions");
        var institutions = entries.Select(entry => ReadInstitution(entry, hasRole: true)).ToList();
        Checks.Unique(entries.Zip(institutions, (entry, institution) => new Coded(institution.Code, entry)), "code");
        var authorityCode = map.Text("authority", 40);
        var authority = institutions.Find(i => i.Code == authorityCode);
        if (authority is null && authorityCode.Length > 0)
            map.Problem("authority", $"There is no institution \"{authorityCode}\" below.{Nearest.Hint(authorityCode, institutions.Select(i => i.Code))}");
        authority ??= ministry;

        var words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Placeholders.Programme] = programme.Short,
            [Placeholders.Ministry] = ministry.Short,
            [Placeholders.Authority] = authority.Short,
            [Placeholders.CountryName] = country.Name,
            [Placeholders.Confirm] = map.Text("confirmAdvice", 100),
        };
        ReadGlossary(map.Map("glossary"), words);

        var file = new CountryFile(
            country, programme, ministry, authority, institutions, IdentityRules.Phone(map.Map("phone")), IdentityRules.Document(map.Map("document")),
            ReadRules(map.Map("rules")), ReadGreeting(map.Map("greeting")), ReadConsent(map.Map("consent"), words), words);
        map.Done();
        return file;
    }

    private static Country ReadCountry(YamlMap map)
    {
        var zone = map.Text("timeZone", 60);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var timeZone) && zone.Length > 0)
            map.Problem("timeZone", $"There is no time zone \"{zone}\". Write its IANA name, like America/Panama.");
        var country = new Country(
            Checks.Code(map, "code", Shapes.Country(), Shapes.CountryInWords), map.Text("name", 60), map.Words("aliases", 60),
            Checks.Code(map, "folioPrefix", Shapes.Country(), "two capital letters, like PA"), timeZone ?? TimeZoneInfo.Utc,
            Checks.Code(map, "language", Shapes.Language(), Shapes.LanguageInWords));
        map.Done();
        return country;
    }

    private static Named ReadNamed(YamlMap map)
    {
        var named = new Named(map.Text("name", 120), map.Text("short", 60), map.Words("aliases", 60), Checks.Review(map));
        map.Done();
        return named;
    }

    private static Institution ReadInstitution(YamlMap map, bool hasRole)
    {
        var institution = new Institution(
            Checks.Code(map, "code", Shapes.Word(), Shapes.WordInWords), map.Text("name", 120), map.Text("short", 60), map.Words("aliases", 60),
            hasRole ? map.Text("role", 120) : "", Checks.Review(map));
        map.Done();
        return institution;
    }

    private static WhoMayRegister ReadRules(YamlMap map)
    {
        var rules = new WhoMayRegister(map.Number("adultAge", 10, 30), map.Flag("minorsMayRegister"), map.Flag("menMayRegister"), Checks.Review(map));
        map.Done();
        return rules;
    }

    private static Greeting ReadGreeting(YamlMap map)
    {
        var greeting = new Greeting(map.Text("sender", 60), map.Text("assistant", 60));
        map.Done();
        return greeting;
    }

    private static ConsentNotice ReadConsent(YamlMap map, Dictionary<string, string> words)
    {
        var entries = map.Maps("purposes");
        var questions = entries.Select(ReadConsentQuestion).ToList();
        Checks.Unique(entries.Zip(questions, (entry, question) => new Coded(question.Purpose.ToString(), entry)), "id");
        if (!questions.Exists(q => q is { Purpose: ConsentPurpose.Registration, IsRequired: true }))
            map.Problem("purposes", "Nobody can register: the purpose \"registration\" with \"required: true\" is missing.");
        var notice = new ConsentNotice(
            map.Text("version", 40), Checks.RequiredReview(map), ReadMessages(map, "messages", words), ReadMessages(map, "more", words),
            [.. questions.OrderByDescending(q => q.IsRequired)]);
        if (notice.Messages.Count == 0) map.Problem("messages", "The notice is missing: write at least one message.");
        map.Done();
        return notice;
    }

    private static List<string> ReadMessages(YamlMap map, string key, Dictionary<string, string> words)
    {
        var messages = map.Texts(key);
        foreach (var message in messages)
        {
            Checks.Placeholders(map, message.Line, message.Value, words.Keys);
            var length = Placeholders.Fill(message.Value, words).Length;
            if (length > YamlMap.ComfortableLength && message.Value.Length <= YamlMap.ComfortableLength)
                map.AddProblem(message.Line, $"With its placeholders filled a message has {length} characters; at most {YamlMap.ComfortableLength} fit a small screen.");
        }
        return [.. messages.Select(message => message.Value)];
    }

    private static ConsentQuestion ReadConsentQuestion(YamlMap map)
    {
        var question = new ConsentQuestion(
            map.OneOf<ConsentPurpose>("id") ?? ConsentPurpose.VoiceNotes, map.Text("text", 300), map.Text("label", 60), map.Flag("required"));
        map.Done();
        return question;
    }

    private static void ReadGlossary(YamlMap map, Dictionary<string, string> words)
    {
        foreach (var (key, text) in map.Pairs(60))
        {
            if (!Shapes.Id().IsMatch(key)) map.Problem(key, $"\"{key}\" is not a good placeholder: {Shapes.IdInWords}.");
            if (Placeholders.Common.Contains(key, StringComparer.Ordinal)) map.Problem(key, $"{{{key}}} is filled by the programme itself; name this word otherwise.");
            else words[key] = text.Value;
        }
        map.Done();
    }
}
