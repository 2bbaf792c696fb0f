using CoopAssistant.Programme;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>What a few dialogs read of the database; everyday turns never come here.</summary>
internal sealed class Reading(IServiceScopeFactory scopes)
{
    /// <summary>Her registrations, newest first, with herself; empty where she has none.</summary>
    public Task<IReadOnlyList<Standing>> OfParticipant(ParticipantId participant, CancellationToken cancel) =>
        Read(async db =>
        {
            var owner = await db.Participants.AsNoTracking().SingleOrDefaultAsync(p => p.Id == participant, cancel);
            if (owner is null) return [];
            var all = await db.Registrations.AsNoTracking().Where(r => r.ParticipantId == participant).ToListAsync(cancel);
            return (IReadOnlyList<Standing>)[.. all.OrderByDescending(r => r.SubmittedAt).Select(r => new Standing(r, owner))];
        });

    /// <summary>One registration with its owner; null where there is none.</summary>
    public Task<Standing?> OfRegistration(RegistrationId id, CancellationToken cancel) =>
        Read(async db =>
        {
            var registration = await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel);
            if (registration is null) return null;
            var owner = await db.Participants.AsNoTracking().SingleAsync(p => p.Id == registration.ParticipantId, cancel);
            return new Standing(registration, owner);
        });

    /// <summary>Tries her secret on whoever may be meant: one folio, or all who registered on this phone.</summary>
    public async Task<IReadOnlyList<Proof>> Prove(Folio? folio, IReadOnlyList<ParticipantId> here, string secret, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var prove = scope.ServiceProvider.GetRequiredService<ProveParticipant>();
        if (folio is { } known) return [await prove.Check(known, secret, cancel)];
        var proofs = new List<Proof>();
        foreach (var participant in here) proofs.Add(await prove.Check(participant, secret, cancel));
        return proofs;
    }

    /// <summary>Whether she may prove herself: of who was locked before, that staff unlocked her.</summary>
    public Task<bool> MayProve(ParticipantId participant, CancellationToken cancel) =>
        Read(db => db.Participants.AnyAsync(p => p.Id == participant && p.FailedProofs < Participant.MaxFailedProofs, cancel));

    /// <summary>Groups she is in or was asked to; see <see cref="ReadOwnGroup"/>.</summary>
    public async Task<IReadOnlyList<ReadOwnGroup.Standing>> GroupsOf(ParticipantId participant, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReadOwnGroup>().Handle(participant, cancel);
    }

    /// <summary>What a group is, to who was asked or has its code; null where it takes nobody.</summary>
    public async Task<ReadOwnGroup.Offer?> Group(GroupId group, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReadOwnGroup>().ById(group, cancel);
    }

    public async Task<ReadOwnGroup.Offer?> GroupByCode(GroupCode code, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReadOwnGroup>().ByCode(code, cancel);
    }

    private async Task<T> Read<T>(Func<ProgrammeDb, Task<T>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<ProgrammeDb>());
    }
}

internal sealed record Standing(Registration Registration, Participant Owner);
