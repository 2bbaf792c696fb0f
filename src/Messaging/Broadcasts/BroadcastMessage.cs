using System.Text.Json;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Messaging.Broadcasts;

/// <summary>What a broadcast says: an approved template with its gaps filled, which reaches everybody, or free text, for whom WhatsApp's window is open and for web chats.</summary>
/// <param name="Texts">One for each language; the Spanish one is there always.</param>
/// <param name="Variables">What fills a template's gaps, in order; may name her: {nombre}.</param>
public sealed record BroadcastMessage(IReadOnlyList<BroadcastText> Texts, IReadOnlyList<string> Variables)
{
    public const string WrittenLanguage = "es";

    /// <summary>Most letters of a template with its gaps filled (protocol A6), and of free text.</summary>
    public const int MostInTemplate = 1024;
    public const int MostInText = 1600;

    /// <summary>The placeholder of her first name, which staff may use.</summary>
    public const string Name = "nombre";

    /// <summary>The longest name we reckon with before it is known.</summary>
    private const string LongName = "María de los Ángeles";

    public bool IsTemplate => Texts.Any(t => t.TemplateId is not null);

    /// <summary>In her language, else in Spanish; with her name in it.</summary>
    public OutgoingMessage For(string language, string name, bool alwaysTemplate = false)
    {
        var text = Texts.FirstOrDefault(t => t.Language == language) ?? Texts.First(t => t.Language == WrittenLanguage);
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { [Name] = name };
        if (text.TemplateId is null) return new OutgoingMessage(Placeholders.Fill(text.Body, words));
        var values = Variables.Select(v => Placeholders.Fill(v, words)).ToList();
        return new OutgoingMessage(ProviderTemplate.Fill(text.Body, values)) { Template = new ApprovedTemplate(text.TemplateId) { Variables = values, Always = alwaysTemplate } };
    }

    /// <summary>What must be put right before it can go out; empty where all is well.</summary>
    public IReadOnlyList<BroadcastFault> Faults()
    {
        var faults = new List<BroadcastFault>();
        if (Texts.FirstOrDefault(t => t.Language == WrittenLanguage) is not { } spanish || spanish.Body.Trim().Length == 0) return [BroadcastFault.NoText];
        var gaps = Texts.Max(t => new ProviderTemplate("", "", "", t.Body).Gaps);
        if (IsTemplate && (Variables.Count < gaps || Variables.Take(gaps).Any(string.IsNullOrWhiteSpace))) faults.Add(BroadcastFault.EmptyGap);
        if (IsTemplate && Variables.Any(v => v.Contains('\n', StringComparison.Ordinal) || v.Contains("    ", StringComparison.Ordinal))) faults.Add(BroadcastFault.LineInGap);
        if (Texts.Select(t => t.Body).Concat(Variables).SelectMany(Placeholders.In).Any(p => p != Name)) faults.Add(BroadcastFault.UnknownPlaceholder);
        if (!IsTemplate && gaps > 0) faults.Add(BroadcastFault.UnknownPlaceholder);
        if (faults.Count == 0 && Texts.Any(t => For(t.Language, LongName).Text.Length > (IsTemplate ? MostInTemplate : MostInText))) faults.Add(BroadcastFault.TooLong);
        return faults;
    }

    public string TextsJson() => JsonSerializer.Serialize([.. Texts], BroadcastJson.Stored.ListBroadcastText);

    public string VariablesJson() => JsonSerializer.Serialize([.. Variables], BroadcastJson.Stored.ListString);

    public static BroadcastMessage FromJson(string texts, string variables) =>
        new(JsonSerializer.Deserialize(texts, BroadcastJson.Stored.ListBroadcastText)!, JsonSerializer.Deserialize(variables, BroadcastJson.Stored.ListString)!);
}

/// <summary>Why a message cannot go out so.</summary>
public enum BroadcastFault
{
    NoText,
    NoTitle,
    EmptyGap,

    /// <summary>A gap's value holds a line break or four blanks in a row, which WhatsApp refuses.</summary>
    LineInGap,
    UnknownPlaceholder,
    TooLong,

    /// <summary>The template is not, or no longer, among those the provider approved.</summary>
    NoSuchTemplate,
    WrongSegment,
}
