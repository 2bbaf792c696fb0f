using CoopAssistant.Bot.Dialogs;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Bot.WhatsApp;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Broadcasts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Invitations;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Messaging.Wording;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Bot.Invitations;

/// <summary>
/// Invites women to read what waits for them behind WhatsApp's closed window, once until they write, by day, by an approved template that
/// says nothing of what waits: others may see the phone. Her answer releases it. Saved under the conversation's version: of two
/// processes one wins.
/// </summary>
internal sealed class InviteToRead(
    IServiceScopeFactory scopes, BotContent content, ApprovedTemplates templates, IEnumerable<ITurnCommitted> listeners, IOptions<BroadcastOptions> options, TimeProvider clock)
{
    /// <returns>How many women were invited.</returns>
    public async Task<int> Handle(CancellationToken cancel)
    {
        if (!templates.HasInvitations) return 0;
        IReadOnlyList<FindUnread.Unread> unread;
        await using (var scope = scopes.CreateAsyncScope()) unread = await scope.ServiceProvider.GetRequiredService<FindUnread>().Handle(cancel);
        var sent = 0;
        foreach (var one in unread)
            if (await Invite(one, cancel))
                sent++;
        return sent;
    }

    private async Task<bool> Invite(FindUnread.Unread unread, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MessagingDb>();
        var conversation = await db.Conversations.SingleAsync(c => c.Id == unread.ConversationId, cancel);
        var (now, state) = (clock.GetUtcNow(), StoredState.Read(conversation.State));
        if (content.Programmes.Find(state?.Country ?? content.OnlyCountry) is not { } pack || options.Value.IsQuiet(now, pack.Country.TimeZone)) return false;
        if (!conversation.HasParked || conversation.WasInvited || conversation.IsOutOfReach || now - conversation.LastInboundAt < Conversation.OpenWindow) return false;
        if (templates.InvitationFor(unread.Purpose, state?.Language ?? "", pack.Country.Code) is not { } template) return false;
        conversation.Invite(new OutgoingMessage(content.SpeechFor(pack.Country.Code)[TextFor(unread.Purpose)]) { Template = template }, now);
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false; // another process, or she writes just now
        }
        foreach (var listener in listeners) listener.Committed(conversation.Id, conversation.Channel);
        return true;
    }

    private static TextKey TextFor(string purpose) => purpose switch
    {
        TemplatePurpose.Reply => Texts.InviteReply,
        TemplatePurpose.Registration => Texts.InviteRegistration,
        TemplatePurpose.Group => Texts.InviteGroup,
        TemplatePurpose.Meeting => Texts.InviteMeeting,
        _ => Texts.InviteNews,
    };
}
