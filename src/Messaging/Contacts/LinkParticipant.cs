using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Contacts;

/// <summary>A participant spoke on this contact: she registered here, or proved herself here. The first link is her home, where she is told news. Repeating it changes nothing.</summary>
public sealed class LinkParticipant(MessagingDb db, TimeProvider clock)
{
    public Task Handle(long contactId, ParticipantId participant, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(Insert(contactId, participant, clock.GetUtcNow()), cancel);

    /// <summary>The same as a statement of her turn.</summary>
    public static PlainStatement Statement(long contactId, ParticipantId participant, DateTimeOffset now) => PlainStatement.Of(Insert(contactId, participant, now));

    private static FormattableString Insert(long contactId, ParticipantId participant, DateTimeOffset now) =>
        $"INSERT INTO contact_participants (contact_id, participant_id, linked_at) VALUES ({contactId}, {participant.Value}, {now.UtcDateTime}) ON CONFLICT DO NOTHING";
}
