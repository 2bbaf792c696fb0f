using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Bot;

/// <summary>What women meet: registers channels, dialogs and turns, and maps their routes.</summary>
public static class BotModule
{
    public static IServiceCollection AddBot(this IServiceCollection services) => services;

    public static IEndpointRouteBuilder MapBot(this IEndpointRouteBuilder routes) => routes;
}
