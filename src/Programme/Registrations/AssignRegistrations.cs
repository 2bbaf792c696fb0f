using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations;

/// <summary>Gives registrations to a member of staff, or back to all. Nobody's open decision fails by it.</summary>
public sealed class AssignRegistrations(ProgrammeDb db)
{
    public const int Most = FindRegistrations.LargestPage;

    /// <param name="Registrations">Those outside the territory are passed over; at most <see cref="Most"/>.</param>
    /// <param name="To">Staff id; null for nobody in particular.</param>
    public sealed record Request(IReadOnlyList<RegistrationId> Registrations, string? To, Territory? Territory);

    /// <returns>How many were given.</returns>
    public async Task<int> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var ids = request.Registrations.Take(Most).ToList();
        var found = await db.Registrations.Within(request.Territory).Where(r => ids.Contains(r.Id)).ToListAsync(cancel);
        foreach (var registration in found) registration.Assign(request.To);
        await db.SaveAsync(cancel);
        return found.Count;
    }
}
