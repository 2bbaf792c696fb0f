using CoopAssistant.Messaging.Conversations;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Bot.WhatsApp;

/// <summary>
/// What reminds a woman when WhatsApp takes no free text: a template that Meta approved, one for each language and country (protocol A8).
/// Where none is set, or nothing can be sent, her reminder waits until she writes.
/// </summary>
internal sealed class ReminderTemplates(IOptions<TwilioOptions> options)
{
    private const string WrittenLanguage = "es";

    public ApprovedTemplate? For(string language, string country)
    {
        var known = options.Value.ReminderTemplates;
        if (!options.Value.IsConfigured) return null;
        return (known.GetValueOrDefault($"{language}_{country}") ?? known.GetValueOrDefault($"{WrittenLanguage}_{country}")) is { } sid ? new ApprovedTemplate(sid) : null;
    }
}
