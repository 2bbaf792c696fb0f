using CoopAssistant.Programme.Audit;
using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Consents;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Places;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace CoopAssistant.Programme;

/// <summary>Programme's window on the one database: only its own sets.</summary>
public sealed class ProgrammeDb(DbContext context)
{
    public DbSet<Participant> Participants => context.Set<Participant>();
    public DbSet<Registration> Registrations => context.Set<Registration>();
    public DbSet<Consent> Consents => context.Set<Consent>();
    public DbSet<Community> Communities => context.Set<Community>();
    public DbSet<PlaceAlias> PlaceAliases => context.Set<PlaceAlias>();
    public DbSet<UnknownPlace> UnknownPlaces => context.Set<UnknownPlace>();
    public DbSet<Group> Groups => context.Set<Group>();
    public DbSet<GroupMember> GroupMembers => context.Set<GroupMember>();
    public DbSet<ProposalDismissal> ProposalDismissals => context.Set<ProposalDismissal>();
    public DbSet<AccessEntry> AccessEntries => context.Set<AccessEntry>();
    public DbSet<ChangeEntry> ChangeEntries => context.Set<ChangeEntry>();

    /// <summary>For what runs in every registration and is written by hand.</summary>
    internal DatabaseFacade Database => context.Database;

    public Task SaveAsync(CancellationToken cancel) => context.SaveChangesAsync(cancel);
}
