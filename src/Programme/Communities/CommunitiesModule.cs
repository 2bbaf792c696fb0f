using CoopAssistant.Programme.Places;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Programme.Communities;

/// <summary>Use cases of communities and places.</summary>
internal static class CommunitiesModule
{
    public static void AddCommunities(this IServiceCollection services)
    {
        services.AddScoped<IdentifyCommunity>();
        services.AddScoped<ChangeCommunity>();
        services.AddScoped<ListCommunities>();
        services.AddScoped<ReadCommunity>();
        services.AddScoped<ImportPriorities>();
        services.AddScoped<ListUncoveredDemand>();
        services.AddSingleton<KeptDemand>();
        services.AddScoped<LearnPlaceAliases>();
        services.AddScoped<ExplainPlace>();
        services.AddScoped<SetAsidePlace>();
        services.AddScoped<ListUnknownPlaces>();
        services.AddScoped<RemoveAlias>();
    }
}
