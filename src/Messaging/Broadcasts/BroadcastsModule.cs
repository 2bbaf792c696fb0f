using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CoopAssistant.Messaging.Broadcasts;

/// <summary>Use cases of broadcasts.</summary>
internal static class BroadcastsModule
{
    public static IServiceCollection AddBroadcastCases(this IServiceCollection services)
    {
        services.AddOptions<BroadcastOptions>();
        services.TryAddSingleton<IReadTemplates, NoTemplates>();
        services.AddSingleton<KeptAudience>().AddSingleton<KeptResults>();
        return services.AddScoped<Audience>().AddScoped<CountAudience>().AddScoped<DraftBroadcast>().AddScoped<SteerBroadcast>().AddScoped<BroadcastPrices>().AddScoped<TryBroadcast>()
            .AddScoped<PrepareBroadcast>().AddScoped<TakeBatch>().AddScoped<TellRecipient>().AddScoped<ListBroadcasts>().AddScoped<ReadBroadcast>();
    }
}
