using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Messaging.Outbox;

internal static class MessageTerritory
{
    /// <summary>Messages to women a member of staff may see; to who is not registered, by those who answer for a whole country.</summary>
    public static IQueryable<Message> Within(this IQueryable<Message> messages, MessagingDb db, ProgrammeDb programme, Territory? territory)
    {
        if (territory is null) return messages;
        var seesStrangers = territory.Countries.Count > 0;
        var registered = db.ContactParticipants.Join(programme.Registrations, l => l.ParticipantId, r => r.ParticipantId, (l, _) => l.ContactId);
        var near = db.ContactParticipants.Join(programme.Registrations.Within(territory), l => l.ParticipantId, r => r.ParticipantId, (l, _) => l.ContactId);
        return messages.Where(m => near.Contains(m.ConversationId) || (seesStrangers && !registered.Contains(m.ConversationId)));
    }
}
