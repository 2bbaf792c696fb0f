using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Consents;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Notices;

/// <summary>
/// When staff move a registration, tells the woman in the pack's words, in the same transaction. Only on the contact where
/// she registered: others are phones she borrowed to ask. Without her consent to be contacted, or after she opted out, nothing is
/// sent and she hears it when she asks; what is missing is waited for all the same.
/// </summary>
public sealed class TellHerOfHerRegistration(MessagingDb db, ProgrammeDb programme, ProgrammePacks packs, TimeProvider clock) : IListen<RegistrationMoved>
{
    public async Task On(RegistrationMoved happened, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var registration = happened.Registration;
        if (await Home(registration.ParticipantId, cancel) is not { } conversation) return;

        var awaited = AwaitedInformation.Of(registration.Id);
        if (registration.Status == RegistrationStatus.InformationMissing) conversation.Await(awaited);
        else if (conversation.AwaitedFromHer == awaited) conversation.StopAwaiting();

        var isHerOwnStep = registration.Steps[^1].Author == RegistrationStep.Herself;
        if (isHerOwnStep || conversation.HasOptedOut || packs.Find(registration.Country) is not { } pack) return;
        if (!await MayBeContacted(conversation.Id, cancel)) return;

        var participant = await programme.Participants.SingleAsync(p => p.Id == registration.ParticipantId, cancel);
        var sentence = StatusSentence.Of(pack, registration, participant);
        conversation.Say(new OutgoingMessage(WithFolio(sentence, registration.Folio)), author: null, clock.GetUtcNow());
    }

    /// <summary>The conversation of the contact where she registered: the first she was linked to.</summary>
    private async Task<Conversation?> Home(ParticipantId participant, CancellationToken cancel)
    {
        var contact = await db.ContactParticipants.Where(l => l.ParticipantId == participant)
            .OrderBy(l => l.LinkedAt).ThenBy(l => l.ContactId).Select(l => (long?)l.ContactId).FirstOrDefaultAsync(cancel);
        return contact is null ? null : await db.Conversations.SingleOrDefaultAsync(c => c.Id == contact, cancel);
    }

    private async Task<bool> MayBeContacted(long contactId, CancellationToken cancel) =>
        await programme.Consents.Where(c => c.ContactId == contactId && c.Purpose == ConsentPurpose.Contact)
            .OrderByDescending(c => c.Id).Select(c => (bool?)c.IsGranted).FirstOrDefaultAsync(cancel) ?? false;

    /// <summary>Two women may share the phone: the folio says whose news it is.</summary>
    private static string WithFolio(string sentence, string canonical)
    {
        var folio = Folio.TryParse(canonical, null, out var known) ? known.Spoken : canonical;
        return sentence.Contains(folio, StringComparison.Ordinal) ? sentence : $"{folio}\n{sentence}";
    }
}
