using CoopAssistant.Programme.Packs;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.FollowUps;

/// <summary>The coordinator answered in her chat. Acts inside her turn.</summary>
public sealed class AnswerFollowUp(ProgrammeDb db, ProgrammePacks packs, TimeProvider clock)
{
    /// <param name="Values">By indicator; null where she left it out.</param>
    public sealed record Request(long Round, ParticipantId Her, IReadOnlyDictionary<string, string?> Values);

    /// <exception cref="DbUpdateConcurrencyException">Somebody answered, or she coordinates no more, while her turn was decided.</exception>
    public async Task Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var round = await Waiting(db, request.Round, request.Her, cancel);
        var country = await db.Groups.Where(g => g.Id == round.GroupId).Select(g => g.Country).SingleAsync(cancel);
        round.Answer(request.Values, FollowUpBy.Coordinator(request.Her), null, clock.GetUtcNow());
        if (packs.Find(country)?.FollowUp.CallForVisit(indicator => round.Current(indicator)?.Value) == true) round.CallForVisit();
        await db.SaveAsync(cancel);
    }

    internal static async Task<FollowUpRound> Waiting(ProgrammeDb db, long id, ParticipantId her, CancellationToken cancel)
    {
        var round = await db.FollowUpRounds.Include(r => r.Answers).SingleOrDefaultAsync(r => r.Id == id, cancel);
        var isHers = round is not null && await db.Groups.AnyAsync(g => g.Id == round.GroupId && g.CoordinatorId == her, cancel);
        return round is { WaitsForAnswer: true } && isHers ? round : throw new DbUpdateConcurrencyException("The round waits for no answer of hers any more.");
    }
}
