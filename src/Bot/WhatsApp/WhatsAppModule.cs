using CoopAssistant.Bot.Deliveries;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Broadcasts;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Messaging.Outbox;
using CoopAssistant.Messaging.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Bot.WhatsApp;

/// <summary>WhatsApp by Twilio: webhooks in, the outbox out.</summary>
public static class WhatsAppModule
{
    /// <summary>Reads sections Twilio, Delivery and Bot. Wrong settings stop the start with a sentence that names the setting.</summary>
    public static IServiceCollection AddWhatsApp(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton<IValidateOptions<TwilioOptions>, TwilioOptionsCheck>();
        services.AddOptionsWithValidateOnStart<TwilioOptions>().Bind(configuration.GetSection("Twilio"));
        services.AddOptionsWithValidateOnStart<DeliveryOptions>().Bind(configuration.GetSection("Delivery")).ValidateDataAnnotations();
        services.AddSingleton(PublicAddress.Of(configuration));

        services.TryAddSingleton<HandleTurn>(provider => provider.GetRequiredService<TurnEngine>().Handle);
        services.AddSingleton<TwilioRequests>();
        services.AddSingleton<WhatsAppWebhook>();
        services.AddSingleton<StatusWebhook>();

        services.AddHttpClient<TwilioClient>().RemoveAllLoggers() // its log lines carry telephone numbers
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), UseCookies = false })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.AddTemplates();
        services.AddHttpClient(nameof(WhatsAppCheckUp)).RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false })
            .AddTypedClient((http, provider) => new WhatsAppCheckUp(
                http, provider.GetRequiredService<TwilioClient>(), provider.GetRequiredService<TwilioContent>(), provider.GetRequiredService<IOptions<TwilioOptions>>(), provider.GetRequiredService<PublicAddress>()));
        services.AddSingleton<WhatsAppSender>();
        services.AddSingleton<DeliveryNotes>();
        services.AddSingleton<StatusNotes>();
        services.AddSingleton<ITurnCommitted, WakeOutbox>();
        services.AddHostedService<DeliverMessages>();
        services.AddSingleton<AskAboutSilence>();
        services.AddHostedService(provider => provider.GetRequiredService<AskAboutSilence>());
        return services;
    }

    /// <summary>For the staff's face, which serves no webhooks: files that the provider keeps.</summary>
    public static IServiceCollection AddWhatsAppFiles(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<TwilioOptions>().Bind(configuration.GetSection("Twilio"));
        services.AddTemplates();
        services.AddHttpClient<IReadProviderFile, TwilioFiles>(http => http.Timeout = TimeSpan.FromSeconds(20)).RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        return services;
    }

    /// <summary>POST /whatsapp and POST /whatsapp/status; any other method gets 405.</summary>
    public static IEndpointRouteBuilder MapWhatsApp(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var inbound = routes.ServiceProvider.GetRequiredService<WhatsAppWebhook>();
        var status = routes.ServiceProvider.GetRequiredService<StatusWebhook>();
        routes.MapPost(PublicAddress.Inbound, inbound.Receive);
        routes.MapPost(PublicAddress.Status, status.Receive);
        return routes;
    }

    private static void AddTemplates(this IServiceCollection services)
    {
        services.AddHttpClient<TwilioContent>().RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddTransient<IReadTemplates>(provider => provider.GetRequiredService<TwilioContent>());
    }

    private sealed class WakeOutbox(OutboxSignal outbox) : ITurnCommitted
    {
        public void Committed(long contactId, Channel channel)
        {
            if (channel == Channel.WhatsApp) outbox.Wake();
        }
    }
}
