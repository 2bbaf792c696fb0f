using System.Text;
using CoopAssistant.Bot.WhatsApp;

namespace CoopAssistant.Bot.Tests.WhatsApp;

/// <summary>Against signatures made by Twilio's own npm library.</summary>
public class TwilioSignatureTests
{
    private const string Token = "12345678901234567890123456789012";

    private const string V1 =
        "SmsMessageSid=SM11111111111111111111111111111111&NumMedia=0&ProfileName=Jos%C3%A9+N%C3%BA%C3%B1ez&MessageType=text&SmsSid=SM11111111111111111111111111111111&WaId=50760001234&SmsStatus=received"
        + "&Body=%C2%A1Hola%21+%C2%BFCu%C3%A1l+es+mi+saldo%3F+%F0%9F%92%B0&To=whatsapp%3A%2B14155238886&NumSegments=1&ReferralNumMedia=0&MessageSid=SM11111111111111111111111111111111"
        + "&AccountSid=AC22222222222222222222222222222222&From=whatsapp%3A%2B50760001234&ApiVersion=2010-04-01";

    private const string V2 =
        "MessageSid=MM33333333333333333333333333333333&SmsMessageSid=MM33333333333333333333333333333333&AccountSid=AC22222222222222222222222222222222&From=whatsapp%3A%2B50760001234"
        + "&To=whatsapp%3A%2B14155238886&Body=&NumMedia=1&MediaUrl0=https%3A%2F%2Fapi.twilio.com%2F2010-04-01%2FAccounts%2FAC22222222222222222222222222222222%2FMessages%2FMM33333333333333333333333333333333"
        + "%2FMedia%2FME44444444444444444444444444444444&MediaContentType0=audio%2Fogg&MessageType=audio&ApiVersion=2010-04-01";

    [Theory]
    [InlineData("https://chat.example.coop/webhooks/twilio/whatsapp", V1, "6olkRh2fnVGIxtQ6ASGW7W4OuFo=")]
    [InlineData("https://chat.example.coop/webhooks/twilio/whatsapp", V1, "BLv9TqhJsNgQm1uF234eGImkCXc=")]
    [InlineData("https://chat.example.coop:443/webhooks/twilio/whatsapp", V1, "6olkRh2fnVGIxtQ6ASGW7W4OuFo=")]
    [InlineData("https://chat.example.coop:8443/webhooks/twilio/whatsapp?tenant=coop%20a&x=1", V2, "5UxftUuch7Fh+1DLEbOayuwtIGY=")]
    [InlineData("http://localhost:5000/w", "b=2&b=1&b=2&B=x&a=", "V1ooMmBH2I+g68tf2lXD1J5wV+I=")]
    public void Signatures_of_the_vendors_library_are_valid(string url, string body, string signature)
    {
        var isValid = IsValid(url, body, signature, Token);

        Assert.True(isValid);
    }

    [Fact]
    public void A_json_webhook_is_proved_by_its_url_and_the_hash_of_its_body()
    {
        var url = SignedUrl.Of("https://chat.example.coop/webhooks/twilio/events?bodySHA256=09e01804622283fd04be72bc8b2f4dcb4e2080ca20a40b379632bf4012192521");
        var signature = new TwilioSignature(Token);

        Assert.True(signature.IsValid("XbgTPegEWvTW6LXFvoJ2IRdT/HI=", url, """{"event":"message","text":"¡Hola!"}"""u8));
        Assert.False(signature.IsValid("XbgTPegEWvTW6LXFvoJ2IRdT/HI=", url, """{"event":"message","text":"¡Hola?"}"""u8));
    }

    [Theory]
    [InlineData("https://chat.example.coop/webhooks/twilio/whatsapp/", V1)]
    [InlineData("http://chat.example.coop/webhooks/twilio/whatsapp", V1)]
    [InlineData("https://chat.example.coop/webhooks/twilio/whatsapp", V1 + "&Extra=1")]
    [InlineData("https://chat.example.coop/webhooks/twilio/whatsapp", "")]
    public void Another_url_or_form_is_not_what_was_signed(string url, string body)
    {
        var isValid = IsValid(url, body, "6olkRh2fnVGIxtQ6ASGW7W4OuFo=", Token);

        Assert.False(isValid);
    }

    [Theory]
    [InlineData("")]
    [InlineData("6olkRh2fnVGIxtQ6ASGW7W4OuFo")]
    [InlineData("6olkRh2fnVGIxtQ6ASGW7W4OuFp=")]
    [InlineData("6OLKRH2FNVGIXTQ6ASGW7W4OUFO=")]
    [InlineData("ñolkRh2fnVGIxtQ6ASGW7W4OuFo=")]
    public void A_signature_counts_only_to_the_letter(string signature)
    {
        var isValid = IsValid("https://chat.example.coop/webhooks/twilio/whatsapp", V1, signature, Token);

        Assert.False(isValid);
    }

    [Fact]
    public void While_tokens_are_changed_both_count_and_no_other()
    {
        const string url = "https://chat.example.coop/webhooks/twilio/whatsapp";
        const string signature = "6olkRh2fnVGIxtQ6ASGW7W4OuFo=";

        Assert.True(IsValid(url, V1, signature, "the-new-token", Token));
        Assert.False(IsValid(url, V1, signature, "the-new-token", "another"));
        Assert.False(IsValid(url, V1, signature, "", ""));
    }

    [Fact]
    public void Names_are_in_the_order_of_utf16_where_utf8_would_differ()
    {
        // 😀 is a surrogate pair (D83D DE00) and comes before U+FB01, although its UTF-8 begins with the higher byte.
        var form = Form("%EF%AC%81=ligature&%F0%9F%98%80=smile");
        var bySmileFirst = new TwilioSignature(Token).Sign(SignedUrl.Of("https://a.example/w"), form);

        var expected = Convert.ToBase64String(System.Security.Cryptography.HMACSHA1.HashData(Encoding.UTF8.GetBytes(Token), Encoding.UTF8.GetBytes("https://a.example/w😀smileﬁligature")));

        Assert.Equal(expected, bySmileFirst);
    }

    [Theory]
    [InlineData("a=%ff", "a=%EF%BF%BD")]
    [InlineData("a=%zz%4", "a=%25zz%254")]
    [InlineData("&&a=1&", "a=1")]
    [InlineData("a", "a=")]
    [InlineData("a=b=c", "a=b%3Dc")]
    public void Odd_forms_are_read_as_the_senders_library_reads_them(string odd, string proper)
    {
        var url = SignedUrl.Of("https://a.example/w");

        Assert.Equal(new TwilioSignature(Token).Sign(url, Form(proper)), new TwilioSignature(Token).Sign(url, Form(odd)));
    }

    [Fact]
    public void A_form_with_hundreds_of_names_is_not_read()
    {
        var body = Encoding.ASCII.GetBytes(string.Join('&', Enumerable.Range(0, TwilioForm.MaxFields + 1).Select(i => $"n{i}=1")));

        Assert.False(TwilioForm.TryRead(body, new byte[TwilioForm.RoomFor(body.Length)], new FormField[TwilioForm.MaxFields], out _));
    }

    private static bool IsValid(string url, string body, string signature, params string[] tokens) =>
        new TwilioSignature(tokens).IsValid(signature, SignedUrl.Of(url), Form(body));

    private static TwilioForm Form(string body)
    {
        var bytes = Encoding.ASCII.GetBytes(body);
        Assert.True(TwilioForm.TryRead(bytes, new byte[TwilioForm.RoomFor(bytes.Length)], new FormField[TwilioForm.MaxFields], out var form));
        return form;
    }
}
