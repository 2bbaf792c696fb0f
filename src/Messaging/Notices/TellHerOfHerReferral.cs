using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Allies;
using CoopAssistant.Programme.Allies.Referrals;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Notices;

/// <summary>
/// Tells a woman in the pack's words that she is asked for a consent, and how the institution answered, in the same transaction. The question names no
/// institution, and a discreet one is never named: what it is about she sees after her PIN. Where she may not be told, staff see it and call her.
/// </summary>
public sealed class TellHerOfHerReferral(ProgrammeDb programme, ForeseeNotice foresee, ProgrammePacks packs, TimeProvider clock) : IListen<ReferralHeard>
{
    public async Task On(ReferralHeard happened, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(happened);
        if (packs.Find(happened.Referral.Country) is not { } pack) return;
        foreach (var person in happened.People) await Tell(happened, pack, person, cancel);
        if (happened.Ally.IsDiscreet) return;
        foreach (var member in happened.Members)
            if (await foresee.Home(member, cancel) is { } conversation)
                await Say(conversation, happened, pack, member, cancel);
    }

    private async Task Tell(ReferralHeard happened, ProgrammePack pack, ReferralPerson person, CancellationToken cancel)
    {
        if (await foresee.Home(person.ParticipantId, cancel) is not { } conversation) return;
        var awaited = AwaitedReferral.Of(happened.Referral.Id, person.ParticipantId);
        if (happened.News == ReferralNews.Asked)
        {
            if (conversation.AwaitedFromHer is null || AwaitedMeeting.Is(conversation.AwaitedFromHer) || AwaitedFollowUp.Is(conversation.AwaitedFromHer)) conversation.Await(awaited);
            person.NoteTold(await Say(conversation, happened, pack, person.ParticipantId, cancel) ? clock.GetUtcNow() : null);
            return;
        }
        if (conversation.AwaitedFromHer == awaited) conversation.StopAwaiting();
        if (happened.News != ReferralNews.NoLongerAsked) await Say(conversation, happened, pack, person.ParticipantId, cancel);
    }

    /// <returns>Whether it was said, or waits until she writes.</returns>
    private async Task<bool> Say(Conversation conversation, ReferralHeard happened, ProgrammePack pack, ParticipantId her, CancellationToken cancel)
    {
        if (await foresee.Outlook(conversation, cancel) is not (NoticeOutlook.Now or NoticeOutlook.WhenSheWrites)) return false;
        var folio = await programme.Registrations.Where(r => r.ParticipantId == her).OrderByDescending(r => r.SubmittedAt).Select(r => r.Folio).FirstOrDefaultAsync(cancel);
        var said = Placeholders.Fill(TextOf(happened, pack), await Words(happened.Referral, happened.Ally, pack, cancel));
        conversation.Say(new OutgoingMessage(folio is null ? said : TellHerOfHerRegistration.WithFolio(said, folio)), author: null, clock.GetUtcNow());
        return true;
    }

    private static string TextOf(ReferralHeard happened, ProgrammePack pack)
    {
        var notices = pack.Allies.Notices;
        return happened.News switch
        {
            ReferralNews.Asked => notices.Ask,
            _ when happened.Ally.IsDiscreet => notices.News,
            ReferralNews.Accepted => notices.Accepted,
            ReferralNews.Rejected => notices.Rejected,
            ReferralNews.Helped => notices.Helped,
            ReferralNews.NotReached => notices.NotReached,
            ReferralNews.NotForHer => notices.NotForHer,
            _ => notices.Cancelled,
        };
    }

    private async Task<Dictionary<string, string>> Words(Referral referral, Ally ally, ProgrammePack pack, CancellationToken cancel)
    {
        var words = new Dictionary<string, string>(pack.WordsFor(referral.PlaceCode ?? referral.RegionCode), StringComparer.Ordinal) { ["institucion"] = ally.Short };
        if (referral.GroupId is { } group) words["grupo"] = await programme.Groups.Where(g => g.Id == group).Select(g => g.Name).SingleAsync(cancel);
        words["asunto"] = Placeholders.Fill(referral.GroupId is null ? pack.Allies.Notices.Matter : pack.Allies.Notices.GroupMatter, words);
        return words;
    }
}
