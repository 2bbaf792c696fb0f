using CoopAssistant.Programme.Audit;
using CoopAssistant.Programme.Consents;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme;

/// <summary>Programme's window on the one database: only its own sets.</summary>
public sealed class ProgrammeDb(DbContext context)
{
    public DbSet<Participant> Participants => context.Set<Participant>();
    public DbSet<Registration> Registrations => context.Set<Registration>();
    public DbSet<Consent> Consents => context.Set<Consent>();
    public DbSet<AccessEntry> AccessEntries => context.Set<AccessEntry>();

    public Task SaveAsync(CancellationToken cancel) => context.SaveChangesAsync(cancel);
}
