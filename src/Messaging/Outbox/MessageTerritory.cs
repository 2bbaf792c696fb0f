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
        var near = programme.Registrations.Within(territory);
        // Message by message: these are far fewer than women. Of Any() PostgreSQL makes a list of all women near first; a maximum is asked of each message.
        return messages.Where(m => db.ContactParticipants.Where(l => l.ContactId == m.ConversationId && near.Any(r => r.ParticipantId == l.ParticipantId)).Max(l => (long?)l.ContactId) != null
            || (seesStrangers && db.ContactParticipants.Where(l => l.ContactId == m.ConversationId && programme.Registrations.Any(r => r.ParticipantId == l.ParticipantId)).Max(l => (long?)l.ContactId) == null));
    }
}
