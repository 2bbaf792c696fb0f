using CoopAssistant.Programme.Groups;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations;

/// <summary>A registration moved. Listeners act inside the same transaction.</summary>
public sealed record RegistrationMoved(Registration Registration, RegistrationTrigger Trigger, string? Detail);

/// <summary>Acts on something that happened, in the transaction in which it happened: it changes tracked entities and does not save.</summary>
public interface IListen<in TEvent>
{
    Task On(TEvent happened, CancellationToken cancel);
}

/// <summary>Moves a registration along its lifecycle and lets listeners tell the woman, in one transaction.</summary>
public sealed class MoveRegistration(ProgrammeDb db, LeaveFormingGroup leave, IEnumerable<IListen<RegistrationMoved>> listeners, TimeProvider clock)
{
    /// <param name="SeenVersion">Version of the registration on the screen of who decides; null to act on the newest.</param>
    /// <param name="Territory">What the author may see; a registration outside is not found. Null for everything.</param>
    public sealed record Request(
        RegistrationId Registration, RegistrationTrigger Trigger, string Author, string? Detail, int? SeenVersion = null, Territory? Territory = null)
    {
        /// <summary>Nobody is told: nothing changes for her.</summary>
        public bool Quietly { get; init; }
    }

    public async Task<MoveResult> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var registration = await db.Registrations.Within(request.Territory).Include(r => r.Steps).SingleOrDefaultAsync(r => r.Id == request.Registration, cancel);
        if (registration is null) return MoveResult.NotFound;
        if (request.SeenVersion is { } seen && seen != registration.Version) return MoveResult.ChangedMeanwhile;
        if (RegistrationLifecycle.NeedsDetail(request.Trigger) && string.IsNullOrWhiteSpace(request.Detail)) return MoveResult.DetailMissing;
        if (!registration.Move(request.Trigger, request.Author, request.Detail, clock.GetUtcNow())) return MoveResult.NotPermitted;

        if (request.Trigger == RegistrationTrigger.Withdraw) await leave.Handle(registration, request.Author, request.Detail, cancel);
        var moved = new RegistrationMoved(registration, request.Trigger, request.Detail);
        foreach (var listener in request.Quietly ? [] : listeners) await listener.On(moved, cancel);
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return MoveResult.ChangedMeanwhile;
        }
        return MoveResult.Moved;
    }

    /// <summary>The same for what a woman does herself: her turn was decided on what she saw, so a change since is a lost race, not an answer.</summary>
    /// <exception cref="DbUpdateConcurrencyException">The step is not permitted any more, or somebody else was faster.</exception>
    internal async Task<MoveResult> HandleInTurn(Request request, CancellationToken cancel) => await Handle(request, cancel) switch
    {
        MoveResult.NotPermitted or MoveResult.ChangedMeanwhile => throw new DbUpdateConcurrencyException("The registration moved on while her turn was decided."),
        var result => result,
    };
}

public enum MoveResult
{
    Moved,
    NotFound,
    NotPermitted,
    ChangedMeanwhile,

    /// <summary>This step needs a reason, or what is missing.</summary>
    DetailMissing,
}
