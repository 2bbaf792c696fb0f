using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Invitations;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Bot.WhatsApp;

/// <summary>
/// What is said to a woman when WhatsApp takes no free text: templates that Meta approved, by what they are for, language and country
/// (protocol A8). Where none is set, or nothing can be sent, the message waits until she writes.
/// </summary>
internal sealed class ApprovedTemplates(IOptions<TwilioOptions> options)
{
    private const string WrittenLanguage = "es";

    /// <summary>False: no message ever finds one.</summary>
    public bool HasInvitations => options.Value.IsConfigured && options.Value.AllTemplates().Any(t => t.Purpose != TemplatePurpose.Lessons);

    /// <summary>In her language, else in Spanish.</summary>
    /// <param name="purpose">One of <see cref="TemplatePurpose"/>.</param>
    public ApprovedTemplate? For(string purpose, string language, string country)
    {
        if (!options.Value.IsConfigured) return null;
        var known = options.Value.AllTemplates().Where(t => t.Purpose == purpose).ToList();
        return (Find(known, language, country) ?? Find(known, WrittenLanguage, country)) is { } sid ? new ApprovedTemplate(sid) : null;
    }

    /// <summary>What invites her to read a message that waits: the one for its purpose, else the one for any news.</summary>
    public ApprovedTemplate? InvitationFor(string purpose, string language, string country) => For(purpose, language, country) ?? For(TemplatePurpose.News, language, country);

    private static string? Find(List<TemplateSetting> known, string language, string country) =>
        known.FirstOrDefault(t => string.Equals(t.Place, $"{language}_{country}", StringComparison.OrdinalIgnoreCase))?.Sid;
}
