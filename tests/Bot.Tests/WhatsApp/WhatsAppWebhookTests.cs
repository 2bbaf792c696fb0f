using System.Net;
using System.Security.Cryptography;
using System.Text;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Turns;

namespace CoopAssistant.Bot.Tests.WhatsApp;

public class WhatsAppWebhookTests
{
    [Fact]
    public async Task A_signed_message_is_handled_and_answered_with_an_empty_response()
    {
        await using var host = await WebhookHost.Start();

        var answer = await host.Post(("Body", "¡Hola! ¿Qué tal? 💰"), ("ProfileName", "José Núñez"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/xml; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("""<?xml version="1.0" encoding="UTF-8"?><Response/>""", await answer.Content.ReadAsStringAsync());
        var message = Assert.Single(host.Received);
        Assert.Equal((Channel.WhatsApp, "whatsapp:+50760001234", "SM11111111111111111111111111111111", "¡Hola! ¿Qué tal? 💰", "José Núñez"),
            (message.Channel, message.Address, message.ProviderId, message.Text, message.ProfileName));
        Assert.Null(message.OtherAddress);
        Assert.Null(message.ReplyAddress);
    }

    [Fact]
    public async Task What_is_not_from_Twilio_is_refused_before_any_work()
    {
        await using var host = await WebhookHost.Start();
        var form = WebhookHost.Form(("Body", "hola"));

        Assert.Equal(HttpStatusCode.Forbidden, (await host.PostRaw(form, signature: null)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.PostRaw(form, signature: "6olkRh2fnVGIxtQ6ASGW7W4OuFo=")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.PostRaw(form, token: "another-token")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.PostRaw(form, publicUrl: "http://" + host.Http.BaseAddress!.Authority)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Post(("AccountSid", "AC99999999999999999999999999999999"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.PostRaw(string.Join('&', Enumerable.Range(0, 300).Select(i => $"n{i}=1")), signature: "6olkRh2fnVGIxtQ6ASGW7W4OuFo=")).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await host.PostRaw("{}", contentType: "application/json")).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await host.Post(("Body", new string('a', 70_000)))).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await host.Http.GetAsync("/whatsapp")).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await host.Http.GetAsync("/whatsapp/status")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.PostRaw(form, signature: null, path: "/whatsapp/status")).StatusCode);
        Assert.Empty(host.Received);
    }

    [Fact]
    public async Task A_body_without_a_length_is_cut_off_at_the_same_size()
    {
        await using var host = await WebhookHost.Start();
        var request = new HttpRequestMessage(HttpMethod.Post, "/whatsapp") { Content = new StringContent(new string('a', 70_000), Encoding.ASCII, "application/x-www-form-urlencoded") };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("X-Twilio-Signature", "6olkRh2fnVGIxtQ6ASGW7W4OuFo=");

        var answer = await host.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task The_query_Twilio_was_given_is_part_of_what_it_signs()
    {
        await using var host = await WebhookHost.Start();

        var answer = await host.PostRaw(WebhookHost.Form(("Body", "hola")), path: "/whatsapp?tenant=coop%20a&x=1");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task While_tokens_are_changed_the_previous_one_still_signs()
    {
        await using var host = await WebhookHost.Start(("Twilio:PreviousAuthToken", "the-token-before"));

        var byPrevious = await host.PostRaw(WebhookHost.Form(), token: "the-token-before");
        var byPresent = await host.PostRaw(WebhookHost.Form());

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (byPrevious.StatusCode, byPresent.StatusCode));
    }

    [Fact]
    public async Task Without_Twilio_settings_nobody_gets_in()
    {
        await using var host = await WebhookHost.Start(("Twilio:AccountSid", ""), ("Twilio:AuthToken", ""), ("Twilio:From", ""));

        var byEmptyToken = Convert.ToBase64String(HMACSHA1.HashData(Array.Empty<byte>(), Encoding.UTF8.GetBytes(WebhookHost.PublicUrl + "/whatsappAccountSidBodyhola")));

        var answer = await host.PostRaw("AccountSid=&Body=hola", signature: byEmptyToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_business_scoped_id_is_the_address_and_the_number_comes_along()
    {
        await using var host = await WebhookHost.Start();

        await host.Post(("ExternalUserId", "whatsapp:PA.1A2B3C"));
        await host.Post(("From", "whatsapp:PA.1A2B3C"), ("ExternalUserId", "whatsapp:PA.1A2B3C"));

        Assert.Equal([("whatsapp:PA.1A2B3C", "whatsapp:+50760001234", "whatsapp:+50760001234"), ("whatsapp:PA.1A2B3C", null, null)],
            host.Received.Select(m => (m.Address, m.OtherAddress, m.ReplyAddress)));
    }

    [Fact]
    public async Task The_number_she_writes_from_is_known_unless_WhatsApp_hides_it()
    {
        await using var host = await WebhookHost.Start();

        await host.Post(("Body", "hola"));
        await host.Post(("ExternalUserId", "whatsapp:PA.1A2B3C"));
        await host.Post(("From", "whatsapp:PA.1A2B3C"), ("ExternalUserId", "whatsapp:PA.1A2B3C"));

        Assert.Equal(["+50760001234", "+50760001234", null], host.Received.Select(m => m.Phone));
    }

    [Fact]
    public async Task Buttons_lists_places_and_files_are_understood()
    {
        await using var host = await WebhookHost.Start();

        await host.Post(("ButtonPayload", "status"), ("ButtonText", "Ver mi estado"), ("Body", "Ver mi estado"), ("MessageType", "button"));
        await host.Post(("ListId", "PA-8"), ("ListTitle", "Panamá"), ("MessageType", "interactive"));
        await host.Post(("Latitude", "8.98"), ("Longitude", "-79.51"), ("Label", "Casa comunal"), ("MessageType", "location"));
        await host.Post(("NumMedia", "1"), ("MediaUrl0", "https://api.twilio.com/x/ME1"), ("MediaContentType0", "audio/ogg"), ("MessageType", "audio"));
        await host.Post(("MessageType", "contacts"), ("Latitude", "NaN"), ("Longitude", "900"), ("NumMedia", "many"));

        Assert.Equal(["status", "PA-8", null, null, null], host.Received.Select(m => m.ButtonValue));
        Assert.Equal(["Ver mi estado", "Panamá", "", "", ""], host.Received.Select(m => m.Text));
        Assert.Equal(new InboundLocation(8.98, -79.51, "Casa comunal"), host.Received[2].Location);
        Assert.Equal(new InboundMedia("https://api.twilio.com/x/ME1", "audio/ogg"), Assert.Single(host.Received[3].Media));
        Assert.Null(host.Received[4].Location);
    }

    [Theory]
    [InlineData("hola%FF%C3amiga", "holaamiga")]
    [InlineData("uno%00%07%1Bdos%0D%0Atres%09cuatro", "unodos\ntres cuatro")]
    [InlineData("%E2%80%AEoculto%E2%81%A6", "oculto")]
    [InlineData("%F0%9F%98%80%F0%9F%91%A9%E2%80%8D%F0%9F%8C%BE", "😀👩‍🌾")]
    [InlineData("%27%3B+DROP+TABLE+messages%3B--+%3Cscript%3E", "'; DROP TABLE messages;-- <script>")]
    [InlineData("100%+seguro", "100% seguro")]
    public async Task Whatever_is_typed_arrives_clean(string body, string expected)
    {
        await using var host = await WebhookHost.Start();

        var answer = await host.PostRaw(WebhookHost.Form().Replace("Body=", "Body=" + body));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(expected, Assert.Single(host.Received).Text);
    }

    [Fact]
    public async Task A_text_of_1600_emoji_fits_and_a_longer_one_is_cut_between_characters()
    {
        await using var host = await WebhookHost.Start();
        var longest = string.Concat(Enumerable.Repeat("😀", 1600));

        await host.Post(("Body", longest), ("ChannelMetadata", longest));
        await host.Post(("Body", "a" + string.Concat(Enumerable.Repeat("😀", 3000))));

        Assert.Equal(longest, host.Received[0].Text);
        Assert.Equal(4095, host.Received[1].Text.Length);
        Assert.False(char.IsHighSurrogate(host.Received[1].Text[^1]));
    }

    [Fact]
    public async Task A_proven_form_without_id_or_sender_is_a_bad_request()
    {
        await using var host = await WebhookHost.Start();

        Assert.Equal(HttpStatusCode.BadRequest, (await host.Post(("MessageSid", ""))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Post(("From", ""))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Post(("MessageSid", new string('x', 100)))).StatusCode);
        Assert.Empty(host.Received);
    }

    [Fact]
    public async Task Only_where_nothing_was_stored_Twilio_hears_of_a_fault()
    {
        await using var host = await WebhookHost.Start();
        host.Breaks = new InvalidOperationException("disk full");

        var answer = await host.Post(("Body", "hola"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Two_hundred_random_bodies_never_bring_a_server_error()
    {
        await using var host = await WebhookHost.Start();
        var chance = new Random(20260401);
        for (var i = 0; i < 200; i++)
        {
            var bytes = new byte[chance.Next(0, 400)];
            chance.NextBytes(bytes);
            var body = chance.Next(2) == 0 ? WebhookHost.Form().Replace("Body=", "Body=" + string.Concat(bytes.Select(b => $"%{b:x2}"))) : string.Concat(bytes.Select(b => "&=%+a0Z"[b % 7]));

            var answer = await host.PostRaw(body);

            Assert.InRange((int)answer.StatusCode, 200, 499);
        }
    }
}
