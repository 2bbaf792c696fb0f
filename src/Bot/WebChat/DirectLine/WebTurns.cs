using CoopAssistant.Bot.Turns;
using CoopAssistant.Bot.WebChat.Tokens;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Turns;

namespace CoopAssistant.Bot.WebChat.DirectLine;

/// <summary>
/// Turns of the web chat. A turn is committed, her message and the replies together, before her client is answered: what was
/// acknowledged survives any crash, and what was not may be sent again under the same id.
/// </summary>
internal sealed class WebTurns(TurnEngine engine, WebThreads threads, StreamHub hub, TimeProvider clock)
{
    private static readonly TimeSpan TypingAfter = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan TypingAgain = TimeSpan.FromSeconds(3.5);

    /// <summary>She opened the chat: the bot greets, once for each conversation however often this is called.</summary>
    /// <param name="origin">Code of the poster whose link she followed; null where none is known.</param>
    /// <returns>True where the conversation began now.</returns>
    public async Task<bool> Open(ChatToken token, string? origin, CancellationToken cancel)
    {
        if (await threads.Contact(token, cancel) != 0) return false;
        await engine.Handle(new InboundMessage(Channel.Web, token.User, ThreadPlace.Opening, ThreadPlace.OpeningText, clock.GetUtcNow()) { Origin = origin }, cancel);
        return true;
    }

    /// <summary>Takes what she said or sent. The same client id twice is one message.</summary>
    /// <returns>Id of her message in the thread.</returns>
    public async Task<long> Take(ChatToken token, long contact, PostedActivity posted, IReadOnlyList<InboundMedia> files, CancellationToken cancel)
    {
        var providerId = posted.ClientId is null ? $"s-{ChatTokens.Unguessable()}" : ActivityWriter.ClientIdPrefix + posted.ClientId;
        var message = new InboundMessage(Channel.Web, token.User, providerId, posted.Text, clock.GetUtcNow()) { Media = files };

        if (posted.ChannelData is { } data) hub.SentAlong(contact, providerId, data);

        // Once begun a turn is not dropped when the client hangs up: she may not send it again.
        var turn = engine.Handle(message, CancellationToken.None);
        await ShowTyping(contact, token, turn, cancel);
        var outcome = await turn;
        if (outcome.Replies.Count == 0) hub.Wake(contact); // her echo, where nobody replies; a reply has woken the stream already
        return outcome.InboundMessageId != 0 ? outcome.InboundMessageId : await Find(contact, providerId, cancel);
    }

    private async Task ShowTyping(long contact, ChatToken token, Task turn, CancellationToken cancel)
    {
        var wait = TypingAfter;
        while (!turn.IsCompleted)
        {
            try
            {
                await turn.WaitAsync(wait, clock, cancel);
                return;
            }
            catch (TimeoutException)
            {
                if (turn.IsCompleted) return; // just then, or with a time-out of its own: the caller looks at it
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
            hub.Pass(contact, new ActivityWriter(token.Conversation, token.User, "").Typing(clock.GetUtcNow()));
            wait = TypingAgain;
        }
    }

    private async Task<long> Find(long contact, string providerId, CancellationToken cancel)
    {
        var thread = await threads.Since(contact, 0, cancel);
        return thread.LastOrDefault(m => m.Direction == MessageDirection.Inbound && m.ProviderId == providerId)?.Id ?? 0;
    }
}
