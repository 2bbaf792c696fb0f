using CoopAssistant.Programme.Allies;
using CoopAssistant.Programme.Audit;
using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Consents;
using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.FollowUps;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Meetings;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Posters;
using CoopAssistant.Programme.Recordings;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Registrations.Corrections;
using CoopAssistant.Programme.Registrations.Duplicates;
using CoopAssistant.Programme.Registrations.Notes;
using CoopAssistant.Programme.Registrations.PaperLists;
using CoopAssistant.Programme.Registrations.Search;
using CoopAssistant.Programme.Service;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Programme;

/// <summary>Registers the use cases of Programme. The window <see cref="ProgrammeDb"/> is registered by Data.</summary>
public static class ProgrammeModule
{
    public static IServiceCollection AddProgramme(this IServiceCollection services)
    {
        services.AddScoped<SubmitRegistration>();
        services.AddScoped<MoveRegistration>();
        services.AddScoped<AnswerMissingInformation>();
        services.AddScoped<WithdrawRegistration>();
        services.AddScoped<ChangeStatisticsConsent>();
        services.AddScoped<AssignRegistrations>();
        services.AddScoped<CorrectAnswer>();
        services.AddScoped<CheckPaperList>();
        services.AddScoped<ImportPaperList>();
        services.AddScoped<ReadPaperLists>();
        services.AddScoped<UndoPaperList>();
        services.AddScoped<RegistrationNotes>();
        services.AddScoped<SavedViews>();
        services.AddScoped<FindDuplicates>();
        services.AddScoped<JudgeDuplicates>();
        services.AddSingleton<SearchVocabulary>();
        services.AddScoped<IndexRegistrations>();
        services.AddScoped<AskIndex>();
        services.AddScoped<ReadKeys>();
        services.AddScoped<ReadRows>();
        services.AddScoped<FindRegistrations>();
        services.AddScoped<ReadRegistration>();
        services.AddScoped<ReadStatus>();
        services.AddScoped<ProveParticipant>();
        services.AddScoped<UnlockParticipant>();
        services.AddScoped<ReadParticipants>();
        services.AddScoped<SetPreferences>();
        services.AddPosters();
        services.AddScoped<RecordConsent>();
        services.AddSingleton<RegistrationRows>();
        services.AddScoped<ReadConsents>();
        services.AddScoped<RecordAccess>();
        services.AddScoped<RecordChange>();
        services.AddScoped<SearchAudit>();
        services.AddCommunities();
        services.AddGroups();
        services.AddRecordings();
        services.AddMeetings();
        services.AddAllies();
        services.AddFollowUps();
        services.AddFigures();
        services.AddService();
        return services;
    }
}
