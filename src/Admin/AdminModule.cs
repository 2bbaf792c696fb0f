using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Admin;

/// <summary>What staff meet: registers the Blazor app and its accounts, and maps its routes.</summary>
public static class AdminModule
{
    public static IServiceCollection AddAdmin(this IServiceCollection services) => services;

    public static IEndpointRouteBuilder MapAdmin(this IEndpointRouteBuilder routes) => routes;
}
