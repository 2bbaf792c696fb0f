using CoopAssistant.Admin;
using CoopAssistant.Admin.Meetings;
using CoopAssistant.Bot.Trials;
using CoopAssistant.Bot.WhatsApp;

namespace CoopAssistant.Host.Serving;

/// <summary>The web application that staff meet.</summary>
internal static class AdminFace
{
    public const string Role = "admin";

    public static WebApplication Build(string[] settings)
    {
        var builder = NewBuilder(settings);
        builder.Services.StartWorkersLast();
        var app = builder.Build().Checked();
        app.MapHealth();
        app.MapAdmin();
        return app.WithContent();
    }

    /// <summary>Everything but the routes: what the command line needs of the accounts too.</summary>
    public static WebApplicationBuilder NewBuilder(string[] settings)
    {
        var builder = Settings.NewBuilder(settings);
        builder.Configuration[BotFace.RoleKey] = Role;
        builder.WebHost.UseUrls(Settings.FaceUrl(builder.Configuration, "Admin:Url"));
        builder.Services.AddModules(builder.Configuration);
        builder.Services.AddSingleton(new ChatAddress(WhatsAppLinks.NumberOf(builder.Configuration), WhatsAppLinks.ChatOf(builder.Configuration)));
        builder.Services.AddAdmin(builder.Configuration);
        builder.Services.AddHostedService<KeepSearch>();
        builder.Services.AddSingleton<ForeseeAtStart>();
        builder.Services.AddHostedService<KeepLists>();
        builder.Services.AddWhatsAppFiles(builder.Configuration);
        builder.Services.AddTrials(Settings.ContentPath(builder.Configuration));
        return builder;
    }
}
