using System.Net;
using CoopAssistant.Bot.WhatsApp;

namespace CoopAssistant.Host.Doctor;

/// <summary>Both directions of WhatsApp: we to Twilio, Twilio to us.</summary>
internal static class TwilioCheckUp
{
    private const string Out = "Twilio";
    private const string In = "Webhook";
    private const string Part = "Templates";

    public static async IAsyncEnumerable<Finding> Look(IServiceProvider services, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var checkUp = services.GetRequiredService<WhatsAppCheckUp>();
        if (services.GetRequiredService<IConfiguration>()["Twilio:AccountSid"] is not { Length: > 0 })
        {
            yield return new Finding(Grade.Note, Out, "is not connected: Twilio:AccountSid is empty, so there is no WhatsApp. The web chat works.");
            yield break;
        }

        yield return await checkUp.AskTwilio(cancel) switch
        {
            HttpStatusCode.OK => new(Grade.Fine, Out, "knows the account."),
            HttpStatusCode.Unauthorized => new(Grade.Wrong, Out, "refuses the credentials: check Twilio:AccountSid with Twilio:AuthToken, or Twilio:ApiKeySid with Twilio:ApiKeySecret."),
            { } other => new(Grade.Wrong, Out, $"answers {(int)other}: check Twilio:AccountSid and Twilio:ApiBaseUrl."),
            null => new(Grade.Wrong, Out, "does not answer: check this machine's way to the internet, and Twilio:ApiBaseUrl."),
        };
        foreach (var finding in await Templates(checkUp, cancel)) yield return finding;
        yield return await checkUp.CallOwnWebhook(cancel) switch
        {
            HttpStatusCode.OK when checkUp.PublicUrl.StartsWith("https://", StringComparison.Ordinal) => new(Grade.Fine, In, $"a signed call reaches the bot by {checkUp.PublicUrl}."),
            HttpStatusCode.OK => new(Grade.Note, In, $"a signed call reaches the bot by {checkUp.PublicUrl}, but Twilio should call an https address: set Bot:PublicUrl."),
            HttpStatusCode.Forbidden => new(Grade.Wrong, In, $"{checkUp.PublicUrl} refuses the signature: Bot:PublicUrl, Twilio:AuthToken and Twilio:AccountSid must be the same here and in the program that serves there."),
            HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect =>
                new(Grade.Wrong, In, $"{checkUp.PublicUrl} redirects: let the proxy pass /whatsapp on as it comes, or set Bot:PublicUrl to the address it redirects to."),
            { } other => new(Grade.Wrong, In, $"{checkUp.PublicUrl} answers {(int)other}: Bot:PublicUrl, or the proxy behind it, leads somewhere else."),
            null => new(Grade.Wrong, In, $"nobody answers at {checkUp.PublicUrl}: start the program, or check Bot:PublicUrl and the proxy."),
        };
    }

    private static async Task<IReadOnlyList<Finding>> Templates(WhatsAppCheckUp checkUp, CancellationToken cancel)
    {
        var (findings, approved) = (new List<Finding>(), 0);
        await foreach (var (setting, approval) in checkUp.AskTemplates(cancel))
        {
            if (approval == "approved") approved++;
            else findings.Add(approval switch
            {
                null => new(Grade.Note, Part, $"{setting}: Twilio's Content API does not answer; check Twilio:ContentBaseUrl."),
                "unknown" => new(Grade.Wrong, Part, $"{setting}: Twilio knows no such template; copy its id (HX…) from the console."),
                "received" or "pending" => new(Grade.Note, Part, $"{setting}: WhatsApp has not approved it yet; until then what it would say waits until she writes."),
                "unsubmitted" => new(Grade.Wrong, Part, $"{setting}: was not handed in for WhatsApp's approval; do so in Twilio's console."),
                _ => new(Grade.Wrong, Part, $"{setting}: WhatsApp says {approval}; look in Twilio's console why, or take the setting out."),
            });
        }
        if (approved > 0) findings.Insert(0, new(Grade.Fine, Part, approved == 1 ? "one is approved by WhatsApp." : $"{approved} are approved by WhatsApp."));
        else if (findings.Count == 0) findings.Add(new(Grade.Note, Part, "none are set: behind WhatsApp's 24-hour window answers and news wait until she writes. See Twilio:Templates in docs/operations.md."));
        return findings;
    }
}
