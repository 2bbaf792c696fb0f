using System.Net;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Bot.WhatsApp;

/// <summary>Whether WhatsApp can work: does Twilio know us, and does a webhook reach us by the public address? Changes nothing at either end.</summary>
public sealed class WhatsAppCheckUp
{
    /// <summary>Longest wait for our own webhook; Twilio waits no longer to connect.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly HttpClient _http;
    private readonly TwilioClient _twilio;
    private readonly TwilioContent _content;
    private readonly TwilioOptions _options;
    private readonly PublicAddress _address;

    internal WhatsAppCheckUp(HttpClient http, TwilioClient twilio, TwilioContent content, IOptions<TwilioOptions> options, PublicAddress address) =>
        (_http, _twilio, _content, _options, _address) = (http, twilio, content, options.Value, address);

    public bool IsConfigured => _options.IsConfigured;

    /// <summary>The bot's public address, as Twilio calls it.</summary>
    public string PublicUrl => _address.Base;

    /// <summary>What Twilio says to our credentials; null where it does not answer.</summary>
    public Task<HttpStatusCode?> AskTwilio(CancellationToken cancel) => _twilio.Knock(cancel);

    /// <summary>Settings of templates, with what WhatsApp says of each; null where Twilio does not answer.</summary>
    public async IAsyncEnumerable<(string Setting, string? Approval)> AskTemplates([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var template in _options.AllTemplates()) yield return ($"Twilio:{template.Name}", await _content.Approval(template.Sid, cancel));
    }

    /// <summary>
    /// Posts a status callback about nothing, signed as Twilio signs, to our own public address. 200 proves address, proxy, token and
    /// account; null where nobody answers.
    /// </summary>
    public async Task<HttpStatusCode?> CallOwnWebhook(CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        KeyValuePair<string, string>[] aboutNothing = [new("MessageSid", "SM" + new string('0', 32)), new("MessageStatus", "checkup"), new("AccountSid", _options.AccountSid)];
        try
        {
            return (HttpStatusCode)await new SignedPost(_http, _options.AuthToken).Send(_address.StatusCallback, _address.StatusCallback, aboutNothing, limit.Token);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return null;
        }
    }
}
