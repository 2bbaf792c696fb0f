using CoopAssistant.Bot.Deliveries;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Broadcasts;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Messaging.Outbox;
using CoopAssistant.Messaging.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
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

    /// <summary>
    /// POST /whatsapp and POST /whatsapp/status; any other method gets 405. Both stand before the table of routes: nearly all requests are theirs, and
    /// the first one after a start does not wait for the table to be built.
    /// </summary>
    public static WebApplication MapWhatsApp(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var (inbound, status) = (WhenCalled<WhatsAppWebhook>(app, webhook => webhook.Receive), WhenCalled<StatusWebhook>(app, webhook => webhook.Receive));
        app.Use(next => context => !HttpMethods.IsPost(context.Request.Method) ? next(context) : context.Request.Path.Value switch
        {
            PublicAddress.Inbound => inbound(context),
            PublicAddress.Status => status(context),
            _ => next(context),
        });
        app.UseRouting();
        app.MapPost(PublicAddress.Inbound, inbound);
        app.MapPost(PublicAddress.Status, status);
        return app;
    }

    /// <summary>Routes are laid while the content that the webhook needs is still being read.</summary>
    private static RequestDelegate WhenCalled<TWebhook>(WebApplication app, Func<TWebhook, RequestDelegate> receive) where TWebhook : class
    {
        RequestDelegate? ready = null;
        return context => (ready ??= receive(app.Services.GetRequiredService<TWebhook>()))(context);
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
