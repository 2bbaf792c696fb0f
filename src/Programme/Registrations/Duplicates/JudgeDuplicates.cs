using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations.Duplicates;

public enum JudgeResult
{
    Done,
    NotFound,

    /// <summary>Somebody decided on this pair before.</summary>
    JudgedBefore,

    /// <summary>The other registration has ended already, or changed just now.</summary>
    CannotClose,
}

/// <summary>Staff say whether two registrations are one woman's. Uniting closes one of them quietly, and can be taken back.</summary>
public sealed class JudgeDuplicates(ProgrammeDb db, MoveRegistration move, TimeProvider clock)
{
    /// <param name="Kept">The one that goes on.</param>
    /// <param name="Other">The one that is the same, or is not.</param>
    /// <param name="Author">Staff id.</param>
    public sealed record Request(RegistrationId Kept, RegistrationId Other, string Author, Territory? Territory);

    public Task<JudgeResult> AreDifferent(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Judge(request, kept: null, () => Task.FromResult(true), cancel);
    }

    /// <summary>Closes <see cref="Request.Other"/> with a reason that names the kept one. She is not told: nothing ends for her.</summary>
    public async Task<JudgeResult> Unite(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var folio = await db.Registrations.Where(r => r.Id == request.Kept).Select(r => r.Folio).SingleOrDefaultAsync(cancel);
        return await Judge(request, request.Kept, async () =>
            await move.Handle(new(request.Other, RegistrationTrigger.Close, request.Author, $"Es la misma mujer del registro {folio}", Territory: request.Territory) { Quietly = true }, cancel) == MoveResult.Moved, cancel);
    }

    /// <summary>Takes the verdict back; where they were united the closed one stands again as it did.</summary>
    public async Task<JudgeResult> TakeBack(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!await BothVisible(request, cancel)) return JudgeResult.NotFound;
        var (first, second) = DuplicateVerdict.Pair(request.Kept, request.Other);
        if (await db.DuplicateVerdicts.SingleOrDefaultAsync(v => v.First == first && v.Second == second, cancel) is not { } verdict) return JudgeResult.NotFound;
        db.DuplicateVerdicts.Remove(verdict);
        if (verdict.Kept is not { } kept)
        {
            await db.SaveAsync(cancel);
            return JudgeResult.Done;
        }
        var closed = kept == verdict.First ? verdict.Second : verdict.First;
        return await move.Handle(new(closed, RegistrationTrigger.Undo, request.Author, null, Territory: request.Territory) { Quietly = true }, cancel) == MoveResult.Moved ? JudgeResult.Done : JudgeResult.CannotClose;
    }

    private async Task<JudgeResult> Judge(Request request, RegistrationId? kept, Func<Task<bool>> act, CancellationToken cancel)
    {
        if (request.Kept == request.Other || !await BothVisible(request, cancel)) return JudgeResult.NotFound;
        var (first, second) = DuplicateVerdict.Pair(request.Kept, request.Other);
        if (await db.DuplicateVerdicts.AnyAsync(v => v.First == first && v.Second == second, cancel)) return JudgeResult.JudgedBefore;
        // Saved by the move, in one transaction with it.
        db.DuplicateVerdicts.Add(new DuplicateVerdict(request.Kept, request.Other, kept, request.Author, clock.GetUtcNow()));
        if (!await act()) return JudgeResult.CannotClose;
        await db.SaveAsync(cancel);
        return JudgeResult.Done;
    }

    private async Task<bool> BothVisible(Request request, CancellationToken cancel) =>
        await db.Registrations.Within(request.Territory).CountAsync(r => r.Id == request.Kept || r.Id == request.Other, cancel) == 2;
}
