using CoopAssistant.Messaging.Invitations;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Bot.WhatsApp;

/// <summary>Section "Twilio". All empty: WhatsApp messages go to the simulator instead.</summary>
public sealed class TwilioOptions
{
    /// <summary>Account, "AC…". Messages of any other account are refused.</summary>
    public string AccountSid { get; set; } = "";

    /// <summary>Secret that signs Twilio's webhooks, and sends where no API key is given.</summary>
    public string AuthToken { get; set; } = "";

    /// <summary>The token before the present one: its signatures count too, while tokens are being changed.</summary>
    public string PreviousAuthToken { get; set; } = "";

    /// <summary>API key to send with, "SK…"; with <see cref="ApiKeySecret"/>. Default: the account and its token.</summary>
    public string ApiKeySid { get; set; } = "";
    public string ApiKeySecret { get; set; } = "";

    /// <summary>Our number, "whatsapp:+14155238886".</summary>
    public string From { get; set; } = "";

    /// <summary>Messaging service, "MG…", instead of or beside <see cref="From"/>.</summary>
    public string MessagingServiceSid { get; set; } = "";

    /// <summary>
    /// Approved templates ("HX…") that remind of lessons outside the 24-hour window, by language and country: es_PA, ayr_BO. Default: none,
    /// then reminders wait until she writes. What they say is registered at Twilio and should read as <c>learn.reminder</c> in the wording.
    /// </summary>
    public Dictionary<string, string> ReminderTemplates { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Approved templates ("HX…") by what they are for (see <see cref="TemplatePurpose"/>), then by language and country: Reply:es_PA, Meeting:es_BO.
    /// Lessons is the newer name of <see cref="ReminderTemplates"/>. Default: none, then what waits is told when she writes.
    /// </summary>
    public Dictionary<string, Dictionary<string, string>> Templates { get; } = new(StringComparer.OrdinalIgnoreCase);
    public string ApiBaseUrl { get; set; } = "https://api.twilio.com";
    public string ContentBaseUrl { get; set; } = "https://content.twilio.com";

    /// <summary>Longest wait for one answer of Twilio, 1 to 60 seconds. Default 10.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Every template that is set, under its purpose's own name.</summary>
    internal IEnumerable<TemplateSetting> AllTemplates() =>
        Templates.SelectMany(of => of.Value, (of, template) => new TemplateSetting(
                $"Templates:{of.Key}:{template.Key}", TemplatePurpose.All.FirstOrDefault(p => p.Equals(of.Key, StringComparison.OrdinalIgnoreCase)), template.Key, template.Value))
            .Concat(ReminderTemplates.Select(template => new TemplateSetting($"ReminderTemplates:{template.Key}", TemplatePurpose.Lessons, template.Key, template.Value)));

    /// <summary>False: nothing but defaults is set.</summary>
    public bool IsConfigured =>
        AccountSid.Length + AuthToken.Length + PreviousAuthToken.Length + ApiKeySid.Length + ApiKeySecret.Length + From.Length + MessagingServiceSid.Length > 0;
}

/// <param name="Name">Of the setting, behind "Twilio:".</param>
/// <param name="Purpose">One of <see cref="TemplatePurpose"/>; null for a name that is none.</param>
/// <param name="Place">Language and country: es_PA.</param>
internal sealed record TemplateSetting(string Name, string? Purpose, string Place, string Sid);

/// <summary>Says what is wrong with the settings, naming each.</summary>
internal sealed class TwilioOptionsCheck : IValidateOptions<TwilioOptions>
{
    public ValidateOptionsResult Validate(string? name, TwilioOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(TwilioOptions o)
    {
        if (!IsHttpUrl(o.ApiBaseUrl)) yield return "Twilio:ApiBaseUrl must be an absolute http or https address, like https://api.twilio.com.";
        if (!IsHttpUrl(o.ContentBaseUrl)) yield return "Twilio:ContentBaseUrl must be an absolute http or https address, like https://content.twilio.com.";
        if (o.SendTimeout < TimeSpan.FromSeconds(1) || o.SendTimeout > TimeSpan.FromMinutes(1)) yield return "Twilio:SendTimeout must be between 1 second (00:00:01) and 1 minute (00:01:00).";
        foreach (var (name, purpose, place, sid) in o.AllTemplates())
        {
            if (purpose is null) yield return $"Twilio:{name} is for nothing we know: name it {string.Join(", ", TemplatePurpose.All)}.";
            if (!IsLanguageAndCountry(place)) yield return $"Twilio:{name} must be named by language and country, like es_PA or ayr_BO.";
            if (!IsSid(sid, "HX")) yield return $"Twilio:{name} must be the id of a content template: HX and 32 letters or digits, as the Twilio console shows it.";
        }
        if (!o.IsConfigured) yield break;

        if (!IsSid(o.AccountSid, "AC")) yield return "Twilio:AccountSid must be the account's id: AC and 32 letters or digits, as the Twilio console shows it. Leave all Twilio settings empty to use the simulator.";
        if (o.AuthToken.Length == 0) yield return "Twilio:AuthToken is missing: it proves that a webhook comes from Twilio.";
        if (o.PreviousAuthToken.Length > 0 && o.PreviousAuthToken == o.AuthToken) yield return "Twilio:PreviousAuthToken is the same as Twilio:AuthToken: leave it empty when the tokens are not being changed.";
        if (o.ApiKeySid.Length > 0 && !IsSid(o.ApiKeySid, "SK")) yield return "Twilio:ApiKeySid must be the id of an API key: SK and 32 letters or digits.";
        if (o.ApiKeySid.Length > 0 != o.ApiKeySecret.Length > 0) yield return "Twilio:ApiKeySid and Twilio:ApiKeySecret belong together: set both or none.";
        if (o.From.Length == 0 && o.MessagingServiceSid.Length == 0) yield return "Twilio:From is missing: the WhatsApp number to write from, like whatsapp:+14155238886 (or set Twilio:MessagingServiceSid).";
        if (o.From.Length > 0 && !o.From.StartsWith("whatsapp:", StringComparison.Ordinal)) yield return "Twilio:From must begin with whatsapp:, like whatsapp:+14155238886.";
        if (o.MessagingServiceSid.Length > 0 && !IsSid(o.MessagingServiceSid, "MG")) yield return "Twilio:MessagingServiceSid must be MG and 32 letters or digits.";
    }

    internal static bool IsHttpUrl(string value) => Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";

    private static bool IsLanguageAndCountry(string value) => value.Split('_') is [{ Length: 2 or 3 } language, { Length: 2 } country] && (language + country).All(char.IsAsciiLetter);

    private static bool IsSid(string value, string prefix) => value.Length == 34 && value.StartsWith(prefix, StringComparison.Ordinal) && value.All(char.IsAsciiLetterOrDigit);
}
