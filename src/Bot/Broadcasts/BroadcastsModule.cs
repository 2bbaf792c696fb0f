using CoopAssistant.Messaging.Broadcasts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Bot.Broadcasts;

/// <summary>The bot sends what staff confirmed.</summary>
internal static class BroadcastsModule
{
    /// <summary>Reads section Broadcasts.</summary>
    public static void AddBroadcasts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<BroadcastOptions>().Bind(configuration.GetSection("Broadcasts")).ValidateDataAnnotations();
        services.AddSingleton<SendBroadcasts>();
        services.AddHostedService<KeepBroadcasting>();
    }
}
