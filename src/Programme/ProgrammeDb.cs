using CoopAssistant.Programme.Allies;
using CoopAssistant.Programme.Allies.Agreements;
using CoopAssistant.Programme.Allies.Commitments;
using CoopAssistant.Programme.Allies.Referrals;
using CoopAssistant.Programme.Audit;
using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Consents;
using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.Figures.Goals;
using CoopAssistant.Programme.FollowUps;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Groups.Files;
using CoopAssistant.Programme.Meetings;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Places;
using CoopAssistant.Programme.Posters;
using CoopAssistant.Programme.Recordings;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Registrations.Corrections;
using CoopAssistant.Programme.Registrations.Duplicates;
using CoopAssistant.Programme.Registrations.Notes;
using CoopAssistant.Programme.Registrations.PaperLists;
using CoopAssistant.Programme.Registrations.Search;
using CoopAssistant.Programme.Service;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace CoopAssistant.Programme;

/// <summary>Programme's window on the one database: only its own sets.</summary>
public sealed class ProgrammeDb(DbContext context)
{
    public DbSet<Participant> Participants => context.Set<Participant>();
    public DbSet<RegistrationNote> RegistrationNotes => context.Set<RegistrationNote>();
    public DbSet<AnswerCorrection> AnswerCorrections => context.Set<AnswerCorrection>();
    public DbSet<PaperList> PaperLists => context.Set<PaperList>();
    public DbSet<PaperRow> PaperRows => context.Set<PaperRow>();
    public DbSet<DuplicateVerdict> DuplicateVerdicts => context.Set<DuplicateVerdict>();
    public DbSet<SavedView> SavedViews => context.Set<SavedView>();
    public DbSet<SearchEntry> SearchEntries => context.Set<SearchEntry>();
    public DbSet<SearchBits> SearchBits => context.Set<SearchBits>();
    public DbSet<SearchKeys> SearchKeys => context.Set<SearchKeys>();
    public DbSet<SearchCode> SearchCodes => context.Set<SearchCode>();
    public DbSet<SearchWord> SearchWords => context.Set<SearchWord>();
    public DbSet<Registration> Registrations => context.Set<Registration>();
    public DbSet<Poster> Posters => context.Set<Poster>();
    public DbSet<PosterArrival> PosterArrivals => context.Set<PosterArrival>();
    public DbSet<Consent> Consents => context.Set<Consent>();
    public DbSet<Community> Communities => context.Set<Community>();
    public DbSet<PlaceAlias> PlaceAliases => context.Set<PlaceAlias>();
    public DbSet<UnknownPlace> UnknownPlaces => context.Set<UnknownPlace>();
    public DbSet<Group> Groups => context.Set<Group>();
    public DbSet<GroupMember> GroupMembers => context.Set<GroupMember>();
    public DbSet<GroupEntry> GroupEntries => context.Set<GroupEntry>();
    public DbSet<GroupFile> GroupFiles => context.Set<GroupFile>();
    public DbSet<GroupFileContent> GroupFileContents => context.Set<GroupFileContent>();
    public DbSet<ProposalDismissal> ProposalDismissals => context.Set<ProposalDismissal>();
    public DbSet<Meeting> Meetings => context.Set<Meeting>();
    public DbSet<MeetingGuest> MeetingGuests => context.Set<MeetingGuest>();
    public DbSet<FollowUpRound> FollowUpRounds => context.Set<FollowUpRound>();
    public DbSet<CalendarFeed> CalendarFeeds => context.Set<CalendarFeed>();
    public DbSet<Ally> Allies => context.Set<Ally>();
    public DbSet<Agreement> Agreements => context.Set<Agreement>();
    public DbSet<Commitment> Commitments => context.Set<Commitment>();
    public DbSet<Referral> Referrals => context.Set<Referral>();
    public DbSet<ReferralPerson> ReferralPeople => context.Set<ReferralPerson>();
    public DbSet<StatusVoice> StatusVoices => context.Set<StatusVoice>();
    public DbSet<Figure> Figures => context.Set<Figure>();
    public DbSet<FiguresStamp> FiguresStamps => context.Set<FiguresStamp>();
    public DbSet<OfficeSchedule> OfficeSchedules => context.Set<OfficeSchedule>();
    public DbSet<Escalation> Escalations => context.Set<Escalation>();
    public DbSet<Goal> Goals => context.Set<Goal>();
    public DbSet<AccessEntry> AccessEntries => context.Set<AccessEntry>();
    public DbSet<ChangeEntry> ChangeEntries => context.Set<ChangeEntry>();

    /// <summary>For what is written past the entities: what runs in every registration, or has a transaction of its own.</summary>
    internal DatabaseFacade Database => context.Database;

    public Task SaveAsync(CancellationToken cancel) => context.SaveChangesAsync(cancel);
}
