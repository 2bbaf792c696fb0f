using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using CoopAssistant.Bot.Simulator;
using CoopAssistant.Bot.WhatsApp;

namespace CoopAssistant.Bot.Tests.Simulator;

public class SimulatorTests
{
    private const string Number = "+50760001234";
    private const string UserId = "PA.1A2B3C";

    [Fact]
    public async Task A_phone_writes_through_the_signed_webhook_and_hears_through_the_stand_in()
    {
        await using var host = await SimulatorHost.Start();

        var statuses = await Say(host, new { number = Number, userId = UserId, name = "Ana", hidesNumber = false, text = "hola" });

        Assert.Equal([200], statuses);
        var heard = await host.Heard($"whatsapp:{Number}", 1);
        Assert.Equal("Oí *hola*.\n\n1. Más\n2. Terminar", heard[0].Body);
    }

    [Fact]
    public async Task A_tapped_number_is_the_option_it_stands_for()
    {
        await using var host = await SimulatorHost.Start();
        await Say(host, new { number = Number, userId = UserId, name = "Ana", hidesNumber = false, text = "hola" });
        await host.Heard($"whatsapp:{Number}", 1);

        await Say(host, new { number = Number, userId = UserId, name = "Ana", hidesNumber = false, text = "2" });

        Assert.StartsWith("Oí *fin*.", (await host.Heard($"whatsapp:{Number}", 2))[1].Body);
    }

    [Fact]
    public async Task A_hidden_number_is_answered_at_its_id_in_the_same_conversation()
    {
        await using var host = await SimulatorHost.Start();
        await Say(host, new { number = Number, userId = UserId, name = "Ana", hidesNumber = false, text = "hola" });
        await host.Heard($"whatsapp:{Number}", 1);

        await Say(host, new { number = Number, userId = UserId, name = "Ana", hidesNumber = true, text = "1" });

        Assert.StartsWith("Oí *mas*.", (await host.Heard($"whatsapp:{UserId}", 1))[0].Body);
    }

    [Fact]
    public async Task A_message_delivered_twice_at_once_is_answered_once()
    {
        await using var host = await SimulatorHost.Start();

        var statuses = await Say(host, new { number = Number, userId = UserId, name = "Ana", hidesNumber = false, text = "hola", twice = true });
        await Say(host, new { number = Number, userId = UserId, name = "Ana", hidesNumber = false, text = "adiós" });

        Assert.Equal([200, 200], statuses);
        var heard = await host.Heard($"whatsapp:{Number}", 2);
        Assert.Equal(2, heard.Count);
        Assert.StartsWith("Oí *adiós*.", heard[1].Body);
    }

    [Fact]
    public async Task Places_and_voice_notes_arrive_and_a_voice_note_can_be_fetched_as_at_Twilio()
    {
        await using var host = await SimulatorHost.Start();
        await Say(host, new { number = Number, userId = UserId, name = "Ana", hidesNumber = false, text = "", latitude = 8.98, longitude = -79.5, label = "Casa comunal" });
        await Say(host, new { number = Number, userId = UserId, name = "Ana", hidesNumber = false, text = "", voice = true });
        var heard = await host.Heard($"whatsapp:{Number}", 2);
        var url = host.Twilio.Messages.Single(m => m.MediaUrl is not null).MediaUrl!;

        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{host.Twilio.AccountSid}:{host.Twilio.AuthToken}")));
        var file = await host.Http.SendAsync(request);

        Assert.StartsWith("Oí *lugar Casa comunal*.", heard[0].Body);
        Assert.StartsWith("Oí *archivo audio/ogg*.", heard[1].Body);
        Assert.Equal("OggS"u8.ToArray(), (await file.Content.ReadAsByteArrayAsync())[..4]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Http.GetAsync(url)).StatusCode);
    }

    [Fact]
    public async Task Where_Twilio_has_answered_an_opt_out_by_itself_the_bot_stays_silent()
    {
        await using var host = await SimulatorHost.Start();
        var url = host.Http.BaseAddress + "whatsapp";
        var form = new Dictionary<string, string>
        {
            ["MessageSid"] = "SM1", ["AccountSid"] = host.Twilio.AccountSid, ["From"] = $"whatsapp:{Number}", ["Body"] = "STOP", ["OptOutType"] = "STOP",
        };

        var status = await new SignedPost(host.Http, host.Twilio.AuthToken).Send(url, url, form, CancellationToken.None);
        await Say(host, new { number = Number, userId = UserId, name = "Ana", hidesNumber = false, text = "hola" });

        Assert.Equal(200, status);
        Assert.StartsWith("Oí *hola*.", Assert.Single(await host.Heard($"whatsapp:{Number}", 1)).Body);
    }

    [Fact]
    public async Task Without_signal_messages_wait_at_the_provider()
    {
        await using var host = await SimulatorHost.Start();
        await host.Http.PostAsJsonAsync("/simulator/api/signal", new { addresses = new[] { $"whatsapp:{Number}" }, isOffline = true });
        await Say(host, new { number = Number, userId = UserId, name = "Ana", hidesNumber = false, text = "hola" });
        await host.Heard($"whatsapp:{Number}", 1, status: "sent");

        await host.Http.PostAsJsonAsync("/simulator/api/signal", new { addresses = new[] { $"whatsapp:{Number}" }, isOffline = false });

        await host.Heard($"whatsapp:{Number}", 1, status: "read");
    }

    [Fact]
    public async Task Trouble_is_made_from_the_page_and_taken_back()
    {
        await using var host = await SimulatorHost.Start();

        await host.Http.PostAsJsonAsync("/simulator/api/trouble", new { fault = nameof(StandInFault.FailsLater), times = 1, code = 63003, losesCallbacks = true });

        Assert.Equal((63003, true), (host.Twilio.FaultCode, host.Twilio.LosesCallbacks));
        Assert.Equal(StandInFault.FailsLater, host.Twilio.CountSend());
        await host.Http.PostAsJsonAsync("/simulator/api/trouble", new { fault = "", times = 1, code = 63016, losesCallbacks = false });
        Assert.Null(host.Twilio.CountSend());
    }

    [Fact]
    public async Task The_page_allows_nothing_but_its_own_files()
    {
        await using var host = await SimulatorHost.Start();

        var page = await host.Http.GetAsync("/simulator");
        var html = await page.Content.ReadAsStringAsync();

        Assert.Equal("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'", page.Headers.GetValues("Content-Security-Policy").Single());
        Assert.DoesNotContain("http", html.Replace("https://", "http://").Replace("<html", ""), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync("/simulator/simulator.js")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync("/simulator/simulator.css")).StatusCode);
    }

    [Fact]
    public async Task Its_credentials_are_new_at_every_start_and_real_ones_stay_real()
    {
        await using var first = await SimulatorHost.Start();
        await using var second = await SimulatorHost.Start();
        await using var real = await SimulatorHost.Start(("Twilio:AccountSid", "AC22222222222222222222222222222222"), ("Twilio:AuthToken", "real"), ("Twilio:From", "whatsapp:+14155238886"));

        Assert.NotEqual(first.Twilio.AuthToken, second.Twilio.AuthToken);
        Assert.Equal(("AC22222222222222222222222222222222", "real"), (real.Twilio.AccountSid, real.Twilio.AuthToken));
    }

    private static async Task<int[]> Say(SimulatorHost host, object said)
    {
        var answer = await host.Http.PostAsJsonAsync("/simulator/api/say", said);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<PhoneHeard>())!.Statuses.ToArray();
    }
}
