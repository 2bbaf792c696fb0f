using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Invitations;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Meetings;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Notices;

/// <summary>
/// Tells a woman in the pack's words that she is asked to a meeting, that it moved or was cancelled, or that a place became free, in the
/// same transaction. Where she may not be told the list says so, and staff call her; her answer is waited for all the same.
/// </summary>
public sealed class TellHerOfHerMeeting(ProgrammeDb programme, ForeseeNotice foresee, ProgrammePacks packs, TimeProvider clock) : IListen<GuestHears>
{
    public async Task On(GuestHears happened, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var (meeting, guest, now) = (happened.Meeting, happened.Guest, clock.GetUtcNow());
        guest.NoteTold(null);
        if (packs.Find(meeting.Country) is not { } pack || await foresee.Home(guest.ParticipantId, cancel) is not { } conversation) return;
        Await(conversation, happened);
        if (await foresee.Outlook(conversation, cancel) is not (NoticeOutlook.Now or NoticeOutlook.WhenSheWrites)) return;
        var notices = pack.Meetings.Notices;
        var text = happened.News switch
        {
            MeetingNews.Invited => notices.Invited,
            MeetingNews.Moved => notices.Moved,
            MeetingNews.Cancelled => notices.Cancelled,
            MeetingNews.PlaceFreed => notices.Freed,
            _ => notices.Withdrawn,
        };
        await Say(conversation, pack, meeting, guest.ParticipantId, text, cancel);
        guest.NoteTold(now);
    }

    /// <summary>Says a text of the pack about a meeting to her, without asking whether she may be told.</summary>
    /// <param name="text">May use the words of <see cref="MeetingWords"/>.</param>
    public async Task Say(Conversation conversation, ProgrammePack pack, Meeting meeting, ParticipantId her, string text, CancellationToken cancel)
    {
        var folio = await programme.Registrations.Where(r => r.ParticipantId == her).OrderByDescending(r => r.SubmittedAt).Select(r => r.Folio).FirstOrDefaultAsync(cancel);
        var said = Placeholders.Fill(text, MeetingWords.Of(pack, meeting));
        conversation.Say(new OutgoingMessage(folio is null ? said : TellHerOfHerRegistration.WithFolio(said, folio)) { About = TemplatePurpose.Meeting }, author: null, clock.GetUtcNow());
    }

    private static void Await(Conversation conversation, GuestHears happened)
    {
        var awaited = AwaitedMeeting.Of(happened.Meeting.Id, happened.Guest.ParticipantId);
        if (happened.News == MeetingNews.Invited)
        {
            if (conversation.AwaitedFromHer is null || AwaitedMeeting.Is(conversation.AwaitedFromHer) || AwaitedFollowUp.Is(conversation.AwaitedFromHer)) conversation.Await(awaited);
        }
        else if (happened.News is MeetingNews.Cancelled or MeetingNews.Withdrawn && conversation.AwaitedFromHer == awaited) conversation.StopAwaiting();
    }
}
