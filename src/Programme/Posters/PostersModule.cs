using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Programme.Posters;

/// <summary>Use cases of posters.</summary>
internal static class PostersModule
{
    public static void AddPosters(this IServiceCollection services)
    {
        services.AddScoped<MakePoster>();
        services.AddScoped<RetirePoster>();
        services.AddScoped<ListPosters>();
        services.AddScoped<GreetByPoster>();
    }
}
