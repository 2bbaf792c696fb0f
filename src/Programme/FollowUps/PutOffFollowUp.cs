using CoopAssistant.Programme.Packs;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.FollowUps;

/// <summary>The coordinator says that she answers another day, or not in the chat. Acts inside her turn.</summary>
public sealed class PutOffFollowUp(ProgrammeDb db, ProgrammePacks packs, TimeProvider clock)
{
    /// <exception cref="DbUpdateConcurrencyException">See <see cref="AnswerFollowUp.Handle"/>.</exception>
    public async Task Later(long id, ParticipantId her, CancellationToken cancel)
    {
        var round = await AnswerFollowUp.Waiting(db, id, her, cancel);
        var country = await db.Groups.Where(g => g.Id == round.GroupId).Select(g => g.Country).SingleAsync(cancel);
        if (packs.Find(country) is { } pack) round.PutOff(pack.DayOf(clock.GetUtcNow()).AddDays(pack.FollowUp.LaterDays));
        await db.SaveAsync(cancel);
    }

    /// <exception cref="DbUpdateConcurrencyException">See <see cref="AnswerFollowUp.Handle"/>.</exception>
    public async Task No(long id, ParticipantId her, CancellationToken cancel)
    {
        var round = await AnswerFollowUp.Waiting(db, id, her, cancel);
        round.Decline();
        await db.SaveAsync(cancel);
    }
}
