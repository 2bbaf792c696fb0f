using CoopAssistant.Bot;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Courses;
using CoopAssistant.Data;
using CoopAssistant.Messaging;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Recordings;

namespace CoopAssistant.Host.Serving;

/// <summary>The web application that women meet.</summary>
internal static class BotFace
{
    /// <summary>Configuration key under which a face remembers which it is.</summary>
    public const string RoleKey = "Face";
    public const string Role = "bot";

    public static WebApplication Build(string[] settings) => Build(Settings.NewBuilder(settings));

    public static WebApplication Build(WebApplicationBuilder builder)
    {
        builder.AddFace().Services.StartWorkersLast();
        var app = builder.Build().Checked();
        _ = app.Services.GetRequiredService<RehearseAtStart>().Begin();
        app.MapHealth();
        app.MapBot();
        return app.WithContent();
    }

    /// <summary>Everything but the routes: what the terminal chat and the demo need too.</summary>
    public static WebApplicationBuilder NewBuilder(string[] settings) => Settings.NewBuilder(settings).AddFace();

    private static WebApplicationBuilder AddFace(this WebApplicationBuilder builder)
    {
        builder.Configuration[RoleKey] = Role;
        builder.WebHost.UseUrls(Settings.FaceUrl(builder.Configuration, "Bot:Url"));
        builder.Services.AddModules(builder.Configuration);
        builder.Services.AddBot(builder.Configuration, builder.Environment, Settings.ContentPath(builder.Configuration));
        return builder;
    }

    /// <summary>The three modules and their database, the same for both faces.</summary>
    public static IServiceCollection AddModules(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(TimeProvider.System);
        var content = Settings.ContentPath(configuration);
        services.AddContent(content);
        services.AddProgramme().AddMessaging().AddCourses(content, fillsWhileServing: configuration[RoleKey] == Role);
        services.AddData(configuration);
        services.AddHealth();
        services.AddHostedService<KnowPlaces>();
        services.AddHostedService<KeepFigures>();
        services.AddHostedService<KeepVoices>();
        return services;
    }
}
