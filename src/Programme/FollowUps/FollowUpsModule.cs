using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Programme.FollowUps;

/// <summary>Use cases of follow-up.</summary>
internal static class FollowUpsModule
{
    public static void AddFollowUps(this IServiceCollection services)
    {
        services.AddScoped<OpenFollowUps>();
        services.AddScoped<ReadOwnFollowUp>();
        services.AddScoped<AnswerFollowUp>();
        services.AddScoped<PutOffFollowUp>();
        services.AddScoped<NoteFollowUp>();
        services.AddScoped<ReadFollowUps>();
        services.AddScoped<ListFollowUps>();
        services.AddSingleton<KeptFollowUps>();
        services.AddScoped<ReadFollowUpNumbers>();
    }
}
