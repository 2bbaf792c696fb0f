using CoopAssistant.Bot.WebChat.DirectLine;
using CoopAssistant.Bot.WebChat.Pages;
using CoopAssistant.Bot.WebChat.Tokens;
using CoopAssistant.Bot.WebChat.Widget;
using CoopAssistant.Bot.WhatsApp;
using CoopAssistant.Messaging.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Bot.WebChat;

/// <summary>The chat on the ministry's site: Direct Line 3.0, the widget, the plain page, and the page around them.</summary>
internal static class WebChatModule
{
    /// <summary>Reads <c>WebChat</c>, <c>Bot:AllowedOrigins</c>, <c>Bot:PublicUrl</c>, <c>Content:Path</c> and the WhatsApp number.</summary>
    /// <param name="contentPath">The content folder; null for the one that <c>Content:Path</c> names.</param>
    public static IServiceCollection AddWebChat(this IServiceCollection services, string? contentPath = null)
    {
        services.AddOptionsWithValidateOnStart<WebChatOptions>().BindConfiguration("WebChat").ValidateDataAnnotations();
        services.AddSingleton<Origins>();
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<ChatTokens>();
        services.AddSingleton<Door>();
        services.AddSingleton<WebThreads>();
        services.AddSingleton<WebTurns>();
        services.AddSingleton<DeviceCookie>();
        services.AddSingleton<StreamHub>();
        services.AddSingleton<ITurnCommitted>(provider => provider.GetRequiredService<StreamHub>());
        services.AddHostedService(provider => provider.GetRequiredService<StreamHub>());
        services.AddHostedService<NewMessageWatch>();
        services.AddSingleton(provider => SiteWords.Read(contentPath ?? ContentPath(provider.GetRequiredService<IConfiguration>())));
        services.AddSingleton(provider => new SitePages(
            provider.GetRequiredService<SiteWords>(), WhatsAppNumber.Of(provider.GetRequiredService<IConfiguration>()),
            StatisticsAt(provider.GetRequiredService<IOptions<WebChatOptions>>().Value)));
        services.AddSingleton<WidgetBundle>();
        return services;
    }

    /// <summary>Maps the routes. What settings lack shows here, at start, and not at the first visitor; what content lacks, in <see cref="PreparePages"/>.</summary>
    public static IEndpointRouteBuilder MapWebChat(this IEndpointRouteBuilder routes)
    {
        _ = routes.ServiceProvider.GetRequiredService<Origins>();
        if (routes is IApplicationBuilder app) app.UseWebSockets();
        routes.MapDirectLine();
        routes.MapWidget();
        routes.MapPages();
        routes.MapPlainChat();
        return routes;
    }

    /// <summary>Makes the pages and the script of the chat, whose words are content. For a start that already listens.</summary>
    public static void PreparePages(this IServiceProvider services)
    {
        _ = services.GetRequiredService<SitePages>();
        _ = services.GetRequiredService<WidgetBundle>();
    }

    /// <summary>Another place goes before our own page.</summary>
    private static string StatisticsAt(WebChatOptions options) =>
        options.StatisticsUrl.Length > 0 || !options.PublishStatistics ? options.StatisticsUrl : Figures.FiguresModule.Path;

    private static string ContentPath(IConfiguration configuration)
    {
        var configured = configuration["Content:Path"] ?? "content";
        return Directory.Exists(configured) ? configured : Path.Combine(AppContext.BaseDirectory, configured);
    }
}
