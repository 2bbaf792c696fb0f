using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Contacts;

/// <summary>A participant spoke on this contact: she registered here, or proved herself here. The first link is her home, where she is told news. Repeating it changes nothing.</summary>
public sealed class LinkParticipant(MessagingDb db, TimeProvider clock)
{
    public Task Handle(long contactId, ParticipantId participant, CancellationToken cancel)
    {
        var at = clock.GetUtcNow().UtcDateTime;
        return db.Database.ExecuteSqlAsync(
            $"INSERT INTO contact_participants (contact_id, participant_id, linked_at) VALUES ({contactId}, {participant.Value}, {at}) ON CONFLICT DO NOTHING", cancel);
    }
}
