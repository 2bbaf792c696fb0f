using System.Buffers.Text;
using System.Text;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Turns;

namespace CoopAssistant.Bot.WhatsApp;

/// <summary>Makes an <see cref="InboundMessage"/> of Twilio's form (protocol A1). Everything in it is what somebody typed: cleaned and cut, never trusted.</summary>
internal static class ReadInbound
{
    private const int MaxText = 4096;
    private const int MaxAddress = 256;
    private const int MaxMedia = 10;

    /// <returns>Null without a message id or an address: nothing that could be answered.</returns>
    public static InboundMessage? From(in TwilioForm form, DateTimeOffset now)
    {
        var sid = form["MessageSid"u8];
        var from = form["From"u8];
        var external = form["ExternalUserId"u8];
        if (sid.IsEmpty || sid.Length > 64 || from.IsEmpty || from.Length > MaxAddress) return null;

        // Keyed by the business-scoped id where there is one: the number may be hidden later, or already is.
        var replyTo = Encoding.UTF8.GetString(from);
        var address = external.IsEmpty || external.Length > MaxAddress || external.SequenceEqual(from) ? replyTo : Encoding.UTF8.GetString(external);
        var hasNumber = !ReferenceEquals(address, replyTo);

        return new InboundMessage(Channel.WhatsApp, address, Encoding.UTF8.GetString(sid), Text(form), now)
        {
            OtherAddress = hasNumber ? replyTo : null,
            ReplyAddress = hasNumber ? replyTo : null,
            Phone = PhoneIn(replyTo),
            ProfileName = CleanText.Line(form["ProfileName"u8], 100),
            ButtonValue = CleanText.Line(FirstOf(form["ButtonPayload"u8], form["ListId"u8]), 200),
            Media = Media(form),
            Location = Location(form),
            IsAnswered = !form["OptOutType"u8].IsEmpty, // only with Twilio's Advanced Opt-Out (protocol A9)
        };
    }

    /// <summary>Null where WhatsApp hides it behind a business-scoped id.</summary>
    private static string? PhoneIn(string address)
    {
        const string beforeNumber = "whatsapp:";
        return address.StartsWith("whatsapp:+", StringComparison.Ordinal) && !address.AsSpan(beforeNumber.Length + 1).ContainsAnyExceptInRange('0', '9')
            ? address[beforeNumber.Length..]
            : null;
    }

    private static string Text(in TwilioForm form) =>
        CleanText.Of(FirstOf(form["Body"u8], FirstOf(form["ButtonText"u8], form["ListTitle"u8])), MaxText);

    private static ReadOnlySpan<byte> FirstOf(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) => a.IsEmpty ? b : a;

    private static IReadOnlyList<InboundMedia> Media(in TwilioForm form)
    {
        if (!Utf8Parser.TryParse(form["NumMedia"u8], out int count, out _) || count <= 0) return [];
        var media = new List<InboundMedia>();
        Span<byte> name = stackalloc byte[24];
        for (var i = 0; i < Math.Min(count, MaxMedia); i++)
        {
            var url = form[Numbered("MediaUrl"u8, i, name)];
            if (url.IsEmpty || url.Length > 1000) continue;
            media.Add(new InboundMedia(Encoding.UTF8.GetString(url), CleanText.Line(form[Numbered("MediaContentType"u8, i, name)], 100) ?? "application/octet-stream"));
        }

        return media;
    }

    private static ReadOnlySpan<byte> Numbered(ReadOnlySpan<byte> name, int number, Span<byte> room)
    {
        name.CopyTo(room);
        Utf8Formatter.TryFormat(number, room[name.Length..], out var digits);
        return room[..(name.Length + digits)];
    }

    private static InboundLocation? Location(in TwilioForm form) =>
        Degrees(form["Latitude"u8], 90) is { } latitude && Degrees(form["Longitude"u8], 180) is { } longitude
            ? new InboundLocation(latitude, longitude, CleanText.Line(FirstOf(form["Label"u8], form["Address"u8]), 200))
            : null;

    private static double? Degrees(ReadOnlySpan<byte> value, double limit) =>
        Utf8Parser.TryParse(value, out double degrees, out var read) && read == value.Length && Math.Abs(degrees) <= limit ? degrees : null;
}
