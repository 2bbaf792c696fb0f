using CoopAssistant.Programme.Groups.Files;
using CoopAssistant.Programme.Groups.Formalities;
using CoopAssistant.Programme.Groups.Papers;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Programme.Groups;

/// <summary>Use cases of groups.</summary>
internal static class GroupsModule
{
    public static void AddGroups(this IServiceCollection services)
    {
        services.AddScoped<FoundGroup>();
        services.AddScoped<InviteToGroup>();
        services.AddScoped<AnswerInvitation>();
        services.AddScoped<JoinGroup>();
        services.AddScoped<RegisterOwnGroup>();
        services.AddScoped<ChangeMembership>();
        services.AddScoped<ChangeGroup>();
        services.AddScoped<ChangeStep>();
        services.AddScoped<ListOverdueSteps>();
        services.AddScoped<ListGroups>();
        services.AddScoped<ReadGroup>();
        services.AddScoped<ReadOwnGroup>();
        services.AddScoped<LeaveFormingGroup>();
        services.AddScoped<RecordFormality>();
        services.AddScoped<ListExpected>();
        services.AddScoped<ForeseeGroups>();
        services.AddScoped<ChangeOfficer>();
        services.AddScoped<AddGroupFile>();
        services.AddScoped<ReadGroupFiles>();
        services.AddScoped<RemoveGroupFile>();
        services.AddScoped<FillPaper>();
        services.AddScoped<ListProposals>();
        services.AddSingleton<KeptProposals>();
        services.AddSingleton<KnownAgendas>();
        services.AddScoped<ReadProposal>();
        services.AddScoped<DecideProposal>();
    }
}
