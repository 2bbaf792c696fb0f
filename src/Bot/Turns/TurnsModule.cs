using CoopAssistant.Messaging.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Bot.Turns;

/// <summary>Registers the engine. <see cref="IConductor"/> and <see cref="ICalmWords"/> come with the dialogs, <see cref="ITurnStore"/> with Data.</summary>
public static class TurnsModule
{
    public static IServiceCollection AddTurns(this IServiceCollection services)
    {
        services.AddOptions<TurnOptions>().BindConfiguration("Turns").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<TurnEngine>();
        return services;
    }
}
