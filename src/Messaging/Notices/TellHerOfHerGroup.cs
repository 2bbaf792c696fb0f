using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Invitations;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Meetings;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Recordings;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Notices;

/// <summary>
/// When staff ask a woman to a group, take the invitation back, move her or note that she left, tells her in the pack's words, in the
/// same transaction; so too all members when their group is recognised or a step of it begins. Where she may not be told, the invitation is waited for all the same.
/// </summary>
public sealed class TellHerOfHerGroup(ProgrammeDb programme, ForeseeNotice foresee, ReadTraining training, SpeakHerStatus speak, ProgrammePacks packs, TimeProvider clock) : IListen<MembershipChanged>, IListen<GroupMoved>, IListen<StepChanged>
{
    public async Task On(MembershipChanged happened, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var isHerDoing = happened.Author == RegistrationStep.Herself && happened.Kind != GroupEntryKind.LeftWithRegistration;
        if (isHerDoing || packs.Find(happened.Group.Country) is not { } pack) return;
        if (await foresee.Home(happened.Participant, cancel) is not { } conversation) return;

        var awaited = AwaitedInvitation.Of(happened.Group.Id, happened.Participant);
        if (happened.Kind == GroupEntryKind.Invited) { if (conversation.AwaitedFromHer is null || AwaitedMeeting.Is(conversation.AwaitedFromHer) || AwaitedFollowUp.Is(conversation.AwaitedFromHer)) conversation.Await(awaited); }
        else if (conversation.AwaitedFromHer == awaited) conversation.StopAwaiting();

        var notices = pack.Groups.Notices;
        var text = happened.Kind switch
        {
            GroupEntryKind.Invited => notices.Invited,
            GroupEntryKind.InvitationWithdrawn => notices.Withdrawn,
            GroupEntryKind.Left => notices.Removed,
            GroupEntryKind.MovedAway => notices.Moved,
            _ => null,
        };
        if (text is not null) await Tell(conversation, pack, happened.Group, happened.Participant, text, cancel);
    }

    public async Task On(GroupMoved happened, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(happened);
        if (happened.Trigger != GroupTrigger.Recognise || packs.Find(happened.Group.Country) is not { } pack) return;
        foreach (var member in happened.Group.Members.Where(m => m.State == MemberState.Member))
            if (await foresee.Home(member.ParticipantId, cancel) is { } conversation)
                await Tell(conversation, pack, happened.Group, member.ParticipantId, pack.Groups.Notices.Recognised, cancel);
    }

    public async Task On(StepChanged happened, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var group = happened.Group;
        if (packs.Find(group.Country) is not { } pack || pack.FindStep(happened.Step.Code) is not { } step) return;
        var sessions = await training.SessionsOf(group.Id, cancel);
        foreach (var member in group.Members.Where(m => m.State == MemberState.Member))
        {
            if (await foresee.Home(member.ParticipantId, cancel) is not { } conversation) continue;
            var sentence = StepSentence.Of(pack, step, group.PlaceCode, happened.Step.Details, sessions.GetValueOrDefault(member.ParticipantId));
            await Tell(conversation, pack, group, member.ParticipantId, $"{group.Name}\n{sentence}", cancel, SpokenStatus.Of(pack, step));
        }
    }

    private async Task Tell(Conversation conversation, ProgrammePack pack, Group group, ParticipantId participant, string text, CancellationToken cancel, SpokenStatus? spoken = null)
    {
        if (await foresee.Outlook(conversation, cancel) is not (NoticeOutlook.Now or NoticeOutlook.WhenSheWrites)) return;
        var folio = await programme.Registrations.Where(r => r.ParticipantId == participant).OrderByDescending(r => r.SubmittedAt).Select(r => r.Folio).FirstOrDefaultAsync(cancel);
        var said = Placeholders.Fill(text, GroupWords.Of(pack, group.PlaceCode, group.Name, group.Rubro));
        var message = new OutgoingMessage(folio is null ? said : TellHerOfHerRegistration.WithFolio(said, folio)) { About = TemplatePurpose.Group };
        foreach (var each in await speak.With(message, pack, participant, spoken, cancel)) conversation.Say(each, author: null, clock.GetUtcNow());
    }
}
