using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Allies.Referrals;

/// <summary>What the bot tells a woman of where her data may go: what she is asked, what she allowed, and how it goes. Nothing of any other woman.</summary>
public sealed class ReadOwnReferrals(ProgrammeDb db)
{
    private const int Most = 8;

    /// <param name="Group">Name of her group where the referral is the group's.</param>
    public sealed record Own(
        ReferralId Id, string Country, string Ally, string AllyRole, string? Group, string Reason, IReadOnlyList<string> Fields, ReferralState State, ReferralResult? Result, SharingState Sharing);

    /// <summary>What is asked first, then what is open, then what has ended; at most eight.</summary>
    public async Task<IReadOnlyList<Own>> Handle(ParticipantId her, CancellationToken cancel)
    {
        var found = await db.Referrals.AsNoTracking().Where(r => r.People.Any(p => p.ParticipantId == her && p.Sharing != SharingState.Dropped))
            .OrderBy(r => r.State <= ReferralState.Accepted ? 0 : 1).ThenByDescending(r => r.ReferredAt).ThenBy(r => r.Id).Take(Most)
            .Select(r => new
            {
                r.Id, r.Country, Ally = db.Allies.Where(a => a.Id == r.AllyId).Select(a => new { a.Short, a.Role }).First(), Group = db.Groups.Where(g => g.Id == r.GroupId).Select(g => g.Name).FirstOrDefault(),
                r.Reason, r.Fields, r.State, r.Result, Sharing = r.People.Where(p => p.ParticipantId == her).Select(p => p.Sharing).First(),
            }).ToListAsync(cancel);
        return
        [
            .. found.Select(r => new Own(r.Id, r.Country, r.Ally.Short, r.Ally.Role, r.Group, r.Reason, r.Fields.Split(' '), r.State, r.Result, r.Sharing))
                .OrderBy(own => own.Sharing == SharingState.Asked ? 0 : 1),
        ];
    }
}
