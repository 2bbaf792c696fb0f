using System.Globalization;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Bot.WhatsApp;

/// <summary>
/// Sends one outbox message over WhatsApp. Where an earlier attempt may have arrived it looks at Twilio first (protocol A5: no idempotency key) and sends
/// only what is not there.
/// </summary>
internal sealed class WhatsAppSender(TwilioClient twilio, IOptions<TwilioOptions> options, PublicAddress address, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>The code of a refusal that stops all sending: the account's secrets are wrong.</summary>
    public const string WrongCredentials = TwilioErrors.WrongCredentials;

    /// <summary>Twilio's clock and ours may differ by as much.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(1);

    /// <summary>False where no provider is set: nothing can be sent, messages wait.</summary>
    public bool IsConfigured => options.Value.IsConfigured;

    /// <summary>True where a person has to mend something before messages arrive again.</summary>
    public static bool NeedsAlert(string code) => TwilioErrors.NeedsAlert(code);

    /// <param name="gap">Between several bubbles of one message.</param>
    public async Task<SendOutcome> Send(DueMessage message, TimeSpan gap, CancellationToken cancel)
    {
        var extras = MessageExtras.Read(message.Extras);
        var bubbles = extras.Template is { } template && (template.Always || !IsOpen(message))
            ? [new Bubble("", null) { ContentSid = template.Id, Variables = template.Variables }]
            : WhatsAppRendering.Render(message.Text, extras, address.Base);
        List<TwilioMessage> there = [];
        if (message.MayHaveBeenSent)
        {
            if (await AlreadyThere(message, cancel) is not { } found) return new SendOutcome.Unknown("timeout");
            there = found;
        }

        SendOutcome? last = null;
        foreach (var bubble in bubbles)
        {
            if (there.Find(m => IsSame(m, bubble, extras)) is { } sent)
            {
                there.Remove(sent);
                last = new SendOutcome.Accepted(sent.Sid!, TwilioStatus.Report(sent.Sid!, sent.Status ?? "", "")?.Status ?? Delivery.Queued);
                continue;
            }

            if (bubble.ContentSid is null && !IsOpen(message)) return new SendOutcome.OutsideWindow();
            if (last is not null) await Task.Delay(gap, clock, cancel);
            var outcome = await twilio.Send(message.To, bubble, cancel);
            if (outcome is not SendOutcome.Accepted)
            {
                // some bubbles are out already: whatever comes next has to look for them
                return last is not null && outcome is SendOutcome.NotProcessed stopped ? new SendOutcome.Unknown(stopped.Code) : outcome;
            }

            last = outcome;
        }

        return last!;
    }

    /// <summary>What Twilio has for her that could be this message: young enough, not failed, and of no other row. Oldest first; null where Twilio did not say.</summary>
    private async Task<List<TwilioMessage>?> AlreadyThere(DueMessage message, CancellationToken cancel)
    {
        if (await twilio.List(message.To, message.At, cancel) is not { } listed) return null;
        var candidates = listed.Where(m => m.Sid is not null && m.Direction != "inbound" && m.Status is not ("failed" or "undelivered" or "canceled") && IsYoungEnough(m, message)).Reverse().ToList();
        if (candidates.Count == 0) return candidates;

        await using var scope = scopes.CreateAsyncScope();
        var known = await scope.ServiceProvider.GetRequiredService<FindKnownProviderIds>().Handle(candidates.ConvertAll(m => m.Sid!), cancel);
        candidates.RemoveAll(m => known.Contains(m.Sid!));
        return candidates;
    }

    private static bool IsYoungEnough(TwilioMessage there, DueMessage message) =>
        !DateTimeOffset.TryParse(there.DateCreated, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var created) || created >= message.At - ClockDifference;

    private bool IsOpen(DueMessage message) => clock.GetUtcNow() - message.LastInboundAt < Conversation.OpenWindow;

    /// <summary>What a template reads at Twilio we do not know: there any text that is nobody else's is taken for it, rather than sending twice.</summary>
    private static bool IsSame(TwilioMessage there, Bubble bubble, MessageExtras extras) =>
        (extras.Template is not null || Plain(there.Body) == Plain(bubble.Body)) && (there.NumMedia is null or "0") == (bubble.MediaUrl is null);

    private static string Plain(string? body) => (body ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
}
