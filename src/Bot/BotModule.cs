using CoopAssistant.Bot.Broadcasts;
using CoopAssistant.Bot.Certificates;
using CoopAssistant.Bot.Dialogs;
using CoopAssistant.Bot.Figures;
using CoopAssistant.Bot.Invitations;
using CoopAssistant.Bot.Recordings;
using CoopAssistant.Bot.Reminders;
using CoopAssistant.Bot.Simulator;
using CoopAssistant.Bot.Stops;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Bot.WebChat;
using CoopAssistant.Bot.WhatsApp;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CoopAssistant.Bot;

/// <summary>What women meet: registers turns, dialogs and channels, and maps their routes.</summary>
public static class BotModule
{
    /// <param name="contentPath">Folder of the content packs.</param>
    public static IServiceCollection AddBot(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment, string contentPath)
    {
        services.AddTurns();
        services.AddSingleton<RehearseAtStart>().AddHostedService(provider => provider.GetRequiredService<RehearseAtStart>());
        services.AddConversations(contentPath, WhatsAppNumber.Of(configuration));
        services.AddWhatsApp(configuration);
        services.AddWebChat();
        services.AddPublicFigures();
        services.AddSingleton<CertificateWords>();
        services.AddHostedService<InviteUnread>();
        services.AddBroadcasts(configuration);
        services.AddHostedService<RemindLearners>();
        services.AddHostedService<WatchStops>();
        services.AddHostedService<RemindOfMeetings>();
        services.AddHostedService<AskFollowUps>();
        services.AddSingleton(provider => VerificationEndpoints.NewGate(provider.GetRequiredService<TimeProvider>()));
        if (environment.IsDevelopment()) services.AddSimulator(configuration);
        return services;
    }

    /// <summary>What only the web chat needs, once women can write.</summary>
    public static void PrepareWebChat(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Services.PreparePages();
    }

    public static WebApplication MapBot(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapWhatsApp();
        app.MapWebChat();
        app.MapCertificates();
        app.MapVerification();
        app.MapPublicFigures();
        app.MapRecordings();
        if (app.Environment.IsDevelopment()) app.MapSimulator();
        return app;
    }
}
