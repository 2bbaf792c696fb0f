using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Invitations;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Recordings;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Notices;

/// <summary>
/// When staff move a registration, tells the woman in the pack's words, in the same transaction; <see cref="ForeseeNotice"/> says
/// where and whether. Where she may not be told she hears it when she asks; what is missing is waited for all the same.
/// What she does herself is answered by the dialog that did it.
/// </summary>
public sealed class TellHerOfHerRegistration(ProgrammeDb programme, ForeseeNotice foresee, SpeakHerStatus speak, ProgrammePacks packs, TimeProvider clock) : IListen<RegistrationMoved>
{
    public async Task On(RegistrationMoved happened, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var registration = happened.Registration;
        if (registration.Steps[^1].Author == RegistrationStep.Herself) return;
        if (await foresee.Home(registration.ParticipantId, cancel) is not { } conversation) return;

        var awaited = AwaitedInformation.Of(registration.Id);
        if (registration.Status == RegistrationStatus.InformationMissing) conversation.Await(awaited);
        else if (conversation.AwaitedFromHer == awaited) conversation.StopAwaiting();

        if (packs.Find(registration.Country) is not { } pack) return;
        if (await foresee.Outlook(conversation, cancel) is not (NoticeOutlook.Now or NoticeOutlook.WhenSheWrites)) return;
        var participant = await programme.Participants.SingleAsync(p => p.Id == registration.ParticipantId, cancel);
        var sentence = StatusSentence.Of(pack, registration, participant);
        var message = new OutgoingMessage(WithFolio(sentence, registration.Folio)) { About = TemplatePurpose.Registration };
        foreach (var each in await speak.With(message, pack, participant.Id, SpokenStatus.Of(pack, registration.Status), cancel)) conversation.Say(each, author: null, clock.GetUtcNow());
    }

    /// <summary>Two women may share the phone: the folio says whose news it is.</summary>
    internal static string WithFolio(string sentence, string canonical)
    {
        var folio = Folio.TryParse(canonical, null, out var known) ? known.Spoken : canonical;
        return sentence.Contains(folio, StringComparison.Ordinal) ? sentence : $"{folio}\n{sentence}";
    }
}
