using System.Globalization;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Admin.Registrations;

/// <summary>One step for many registrations, each in a transaction of its own: what cannot go stays, and says why.</summary>
public sealed class MoveMany(ProgrammeDb db, IServiceScopeFactory scopes)
{
    public const int Most = 200;

    /// <param name="Result">In a preview <see cref="MoveResult.Moved"/> means that it can.</param>
    /// <param name="Version">As it stands now.</param>
    public sealed record Line(RegistrationId Id, string Name, string Folio, RegistrationStatus Status, int Version, MoveResult Result)
    {
        public string Key => string.Create(CultureInfo.InvariantCulture, $"{Id.Value}.{Version}");
    }

    /// <summary>A registration as it stood on the screen.</summary>
    public sealed record Seen(RegistrationId Id, int Version)
    {
        public static Seen? Read(string key) =>
            key.Split('.') is [var id, var version] && Guid.TryParse(id, out var guid) && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new Seen(new RegistrationId(guid), number) : null;
    }

    public async Task<IReadOnlyList<Line>> Preview(IReadOnlyList<RegistrationId> ids, RegistrationTrigger trigger, Territory? territory, CancellationToken cancel) =>
        await Lines(ids, territory, (_, status) => RegistrationLifecycle.Rules.TryMove(status, trigger, out var _) ? MoveResult.Moved : MoveResult.NotPermitted, cancel);

    public async Task<IReadOnlyList<Line>> Move(IReadOnlyList<Seen> seen, RegistrationTrigger trigger, string author, string? detail, Territory? territory, CancellationToken cancel)
    {
        var results = new Dictionary<RegistrationId, MoveResult>();
        foreach (var (id, version) in seen.Take(Most))
        {
            await using var scope = scopes.CreateAsyncScope();
            results[id] = await scope.ServiceProvider.GetRequiredService<MoveRegistration>().Handle(new(id, trigger, author, detail, version, territory), cancel);
        }
        return await Lines([.. results.Keys], territory, (id, _) => results[id], cancel);
    }

    private async Task<IReadOnlyList<Line>> Lines(IReadOnlyList<RegistrationId> ids, Territory? territory, Func<RegistrationId, RegistrationStatus, MoveResult> result, CancellationToken cancel)
    {
        var few = ids.Take(Most).ToList();
        var found = await db.Registrations.AsNoTracking().Within(territory).Where(r => few.Contains(r.Id)).OrderBy(r => r.SubmittedAt).ThenBy(r => r.Id)
            .Join(db.Participants, r => r.ParticipantId, p => p.Id, (r, p) => new { r.Id, Name = p.GivenNames + " " + p.Surnames, r.Folio, r.Status, r.Version }).ToListAsync(cancel);
        return found.ConvertAll(r => new Line(r.Id, r.Name, r.Folio, r.Status, r.Version, result(r.Id, r.Status)));
    }
}
