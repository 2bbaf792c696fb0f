using System.Security.Cryptography;
using CoopAssistant.Bot.WhatsApp;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Bot.Simulator;

/// <summary>Where this process is reached on its own machine.</summary>
internal sealed record SimulatorAddress(string Bot)
{
    public const string TwilioPath = "/simulator/twilio";

    public string Twilio => Bot + TwilioPath;
}

/// <summary>Phones in the browser and a stand-in of Twilio on the bot's own port. For Development only: whoever reaches it can speak as anybody.</summary>
public static class SimulatorModule
{
    /// <summary>
    /// Without Twilio settings, WhatsApp goes to the stand-in, with credentials made up at each start. With settings they stay as they are; the phones
    /// then get answers only where Twilio:ApiBaseUrl points here. After AddWhatsApp.
    /// </summary>
    public static IServiceCollection AddSimulator(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var own = new SimulatorAddress(PublicAddress.Local(configuration));
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        services.PostConfigure<TwilioOptions>(twilio =>
        {
            if (twilio.IsConfigured) return;
            twilio.AccountSid = "AC" + new string('0', 32);
            twilio.AuthToken = token;
            twilio.From = "whatsapp:+14155238886";
            if (twilio.ApiBaseUrl == new TwilioOptions().ApiBaseUrl) twilio.ApiBaseUrl = own.Twilio;
            if (twilio.ContentBaseUrl == new TwilioOptions().ContentBaseUrl) twilio.ContentBaseUrl = own.Twilio;
        });

        services.AddSingleton(own);
        services.AddHttpClient<SimulatorHttp>().RemoveAllLoggers();
        services.AddSingleton(provider =>
        {
            var twilio = provider.GetRequiredService<IOptions<TwilioOptions>>().Value;
            var address = provider.GetRequiredService<PublicAddress>();

            // the public address may not be reachable from here; this process is
            var standIn = new TwilioStandIn(twilio.AccountSid, twilio.AuthToken, provider.GetRequiredService<SimulatorHttp>().Client, provider.GetRequiredService<TimeProvider>(),
                url => url.StartsWith(address.Base, StringComparison.Ordinal) ? own.Bot + url[address.Base.Length..] : url);
            foreach (var template in twilio.AllTemplates()) standIn.Templates[template.Sid] = "(La plantilla que Meta aprobó.)";
            if (twilio.ApiKeySid.Length > 0) standIn.ApiKeys.Add($"{twilio.ApiKeySid}:{twilio.ApiKeySecret}");
            return standIn;
        });
        services.AddHostedService(provider => provider.GetRequiredService<TwilioStandIn>());
        services.AddSingleton(provider =>
        {
            var twilio = provider.GetRequiredService<IOptions<TwilioOptions>>().Value;
            return new SimulatedPhones(provider.GetRequiredService<TwilioStandIn>(), new SignedPost(provider.GetRequiredService<SimulatorHttp>().Client, twilio.AuthToken),
                provider.GetRequiredService<PublicAddress>(), own, twilio, provider.GetRequiredService<TimeProvider>());
        });
        return services;
    }

    /// <summary>GET /simulator and what it needs; the stand-in under /simulator/twilio.</summary>
    public static IEndpointRouteBuilder MapSimulator(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapTwilioStandIn(routes.ServiceProvider.GetRequiredService<TwilioStandIn>(), SimulatorAddress.TwilioPath);
        routes.MapSimulatorPage();
        return routes;
    }

    private sealed class SimulatorHttp(HttpClient client)
    {
        public HttpClient Client => client;
    }
}
