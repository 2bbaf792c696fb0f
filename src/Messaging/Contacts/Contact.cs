using CoopAssistant.Programme;

namespace CoopAssistant.Messaging.Contacts;

/// <summary>
/// Someone who writes: a phone or a browser, not an identity. A contact has exactly one conversation, which has the
/// same id. Made by the turn store when an unknown address writes.
/// </summary>
public sealed class Contact
{
    private Contact() { }

    public long Id { get; private set; }
    public Channel Channel { get; private set; }

    /// <summary>Name the channel gave; free text, may be anything. Null where none.</summary>
    public string? ProfileName { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
}

/// <summary>One opaque address of a contact. Unique by channel and address; a contact may have several (WhatsApp number and business-scoped id).</summary>
public sealed class ContactAddress
{
    private ContactAddress() { }

    public Channel Channel { get; private set; }

    /// <summary>As the channel gave it, e.g. whatsapp:+50760001234 or dl_…; never parsed.</summary>
    public string Address { get; private set; } = "";
    public long ContactId { get; private set; }
}

/// <summary>This contact has spoken for this participant: she registered here, or proved herself here.</summary>
public sealed class ContactParticipant
{
    private ContactParticipant() { }

    public ContactParticipant(long contactId, ParticipantId participantId, DateTimeOffset linkedAt) =>
        (ContactId, ParticipantId, LinkedAt) = (contactId, participantId, linkedAt);

    public long ContactId { get; private set; }
    public ParticipantId ParticipantId { get; private set; }
    public DateTimeOffset LinkedAt { get; private set; }
}
