using System.Globalization;
using CoopAssistant.Bot.WhatsApp;

namespace CoopAssistant.Bot.Simulator;

/// <summary>What one of the page's phones sends.</summary>
/// <param name="Number">International, "+50760001234".</param>
/// <param name="UserId">Business-scoped id, "PA.1A2B3C".</param>
/// <param name="HidesNumber">Twilio then knows her by the id alone.</param>
internal sealed record PhoneSays(string Number, string UserId, bool HidesNumber, string Name, string Text)
{
    public string? Button { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
    public string? Label { get; init; }
    public bool Voice { get; init; }

    /// <summary>The provider delivers it twice, at the same instant.</summary>
    public bool Twice { get; init; }
}

/// <param name="Statuses">What the bot's webhook answered to each delivery.</param>
internal sealed record PhoneHeard(string Sid, IReadOnlyList<int> Statuses);

/// <summary>Posts what the phones send to the bot's own webhook, signed, with the fields Twilio sends (protocol A1).</summary>
internal sealed class SimulatedPhones(TwilioStandIn standIn, SignedPost post, PublicAddress address, SimulatorAddress own, TwilioOptions twilio, TimeProvider clock)
{
    public async Task<PhoneHeard> Say(PhoneSays said, CancellationToken cancel)
    {
        var sid = TwilioStandIn.NewSid(said.Voice ? "MM" : "SM");
        var from = "whatsapp:" + (said.HidesNumber ? said.UserId : said.Number);
        var mediaUrl = said.Voice ? $"{own.Twilio}/2010-04-01/Accounts/{twilio.AccountSid}/Messages/{sid}/Media/{TwilioStandIn.NewSid("ME")}" : null;
        standIn.Add(new StandInMessage(sid, from, twilio.From, said.Text, clock.GetUtcNow()) { Direction = "inbound", Status = "received", MediaUrl = mediaUrl });

        var fields = Fields(said, sid, from, mediaUrl);
        var deliveries = Enumerable.Range(0, said.Twice ? 2 : 1).Select(_ => post.Send(address.Base + PublicAddress.Inbound, own.Bot + PublicAddress.Inbound, fields, cancel));
        return new PhoneHeard(sid, await Task.WhenAll(deliveries));
    }

    private List<KeyValuePair<string, string>> Fields(PhoneSays said, string sid, string from, string? mediaUrl)
    {
        var fields = new List<KeyValuePair<string, string>>
        {
            new("SmsMessageSid", sid), new("NumMedia", said.Voice ? "1" : "0"), new("ProfileName", said.Name), new("MessageType", TypeOf(said)), new("SmsSid", sid), new("SmsStatus", "received"),
            new("Body", said.Text), new("To", twilio.From), new("NumSegments", "1"), new("ReferralNumMedia", "0"), new("MessageSid", sid), new("AccountSid", twilio.AccountSid), new("From", from),
            new("ApiVersion", "2010-04-01"), new("ExternalUserId", "whatsapp:" + said.UserId),
        };
        if (!said.HidesNumber) fields.Add(new("WaId", said.Number.TrimStart('+')));
        if (said.Button is { } button) fields.AddRange([new("ButtonPayload", button), new("ButtonText", said.Text)]);
        if (said is { Latitude: { } latitude, Longitude: { } longitude })
            fields.AddRange([new("Latitude", latitude.ToString(CultureInfo.InvariantCulture)), new("Longitude", longitude.ToString(CultureInfo.InvariantCulture)), new("Label", said.Label ?? "")]);
        if (mediaUrl is not null) fields.AddRange([new("MediaUrl0", mediaUrl), new("MediaContentType0", "audio/ogg")]);
        return fields;
    }

    private static string TypeOf(PhoneSays said) =>
        said.Voice ? "audio" : said.Latitude is not null ? "location" : said.Button is not null ? "button" : "text";
}
