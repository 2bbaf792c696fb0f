using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme;

/// <summary>Whether registrations are so many that no page can wait until all of them are counted.</summary>
public static class LargeProgramme
{
    /// <summary>Up to here pages count for themselves, and see everything as it is.</summary>
    private const int Few = 20_000;

    public static Task<bool> Is(ProgrammeDb db, CancellationToken cancel) => db.Registrations.OrderBy(r => r.SubmittedAt).Skip(Few).AnyAsync(cancel);
}
