using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Consents;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Notices;

/// <summary>Whether and when a woman hears what staff decide.</summary>
public enum NoticeOutlook
{
    /// <summary>At once, in her chat.</summary>
    Now,

    /// <summary>WhatsApp's 24-hour window is closed, or nothing reaches her number: when she writes again.</summary>
    WhenSheWrites,

    /// <summary>She did not agree to be contacted: when she asks.</summary>
    NoConsent,

    /// <summary>She asked for no messages: when she asks.</summary>
    OptedOut,

    /// <summary>She has no chat with us.</summary>
    NoChat,
}

/// <summary>Where a woman may be told unasked, and whether she may.</summary>
public sealed class ForeseeNotice(MessagingDb db, ProgrammeDb programme, TimeProvider clock)
{
    public async Task<NoticeOutlook> Handle(ParticipantId participant, CancellationToken cancel) =>
        await Home(participant, cancel) is { } conversation ? await Outlook(conversation, cancel) : NoticeOutlook.NoChat;

    /// <summary>The conversation of the contact where she registered: the first she was linked to. The others are phones she borrowed to ask.</summary>
    public async Task<Conversation?> Home(ParticipantId participant, CancellationToken cancel)
    {
        var contact = await db.ContactParticipants.Where(l => l.ParticipantId == participant)
            .OrderBy(l => l.LinkedAt).ThenBy(l => l.ContactId).Select(l => (long?)l.ContactId).FirstOrDefaultAsync(cancel);
        return contact is null ? null : await db.Conversations.SingleOrDefaultAsync(c => c.Id == contact, cancel);
    }

    /// <summary>The same of a conversation known already.</summary>
    public async Task<NoticeOutlook> Outlook(Conversation conversation, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        if (conversation.HasOptedOut) return NoticeOutlook.OptedOut;
        var agreed = await programme.Consents.Where(c => c.ContactId == conversation.Id && c.Purpose == ConsentPurpose.Contact)
            .OrderByDescending(c => c.Id).Select(c => c.IsGranted).FirstOrDefaultAsync(cancel);
        if (!agreed) return NoticeOutlook.NoConsent;
        return conversation.MustWaitForHer(clock.GetUtcNow(), hasTemplate: false) ? NoticeOutlook.WhenSheWrites : NoticeOutlook.Now;
    }
}
