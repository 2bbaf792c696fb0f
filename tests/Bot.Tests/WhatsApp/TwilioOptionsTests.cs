using CoopAssistant.Bot.WhatsApp;
using CoopAssistant.Data;
using CoopAssistant.Messaging.Invitations;
using Microsoft.Extensions.Configuration;

namespace CoopAssistant.Bot.Tests.WhatsApp;

public class TwilioOptionsTests
{
    [Fact]
    public void Nothing_set_is_right_and_means_not_configured()
    {
        var options = new TwilioOptions();

        Assert.False(options.IsConfigured);
        Assert.Empty(Faults(options));
    }

    [Fact]
    public void A_whole_account_is_right()
    {
        Assert.Empty(Faults(Whole()));
    }

    [Theory]
    [InlineData("Twilio:AccountSid", "AccountSid", "12345")]
    [InlineData("Twilio:AuthToken", "AuthToken", "")]
    [InlineData("Twilio:PreviousAuthToken", "PreviousAuthToken", "secret")]
    [InlineData("Twilio:ApiKeySid", "ApiKeySid", "KEY")]
    [InlineData("Twilio:ApiKeySecret", "ApiKeySecret", "alone")]
    [InlineData("Twilio:From", "From", "")]
    [InlineData("Twilio:From", "From", "+14155238886")]
    [InlineData("Twilio:MessagingServiceSid", "MessagingServiceSid", "service")]
    [InlineData("Twilio:ApiBaseUrl", "ApiBaseUrl", "api.twilio.com")]
    [InlineData("Twilio:ContentBaseUrl", "ContentBaseUrl", "")]
    [InlineData("Twilio:ReminderTemplates:es_PA", "ReminderTemplates:es_PA", "MG00000000000000000000000000000001")]
    [InlineData("Twilio:ReminderTemplates:panama", "ReminderTemplates:panama", "HX00000000000000000000000000000001")]
    [InlineData("Twilio:SendTimeout", "SendTimeout", "00:05:00")]
    public void Each_wrong_setting_is_named_in_a_sentence(string named, string setting, string value)
    {
        var options = Whole();
        new ConfigurationBuilder().AddInMemoryCollection([new(setting, value)]).Build().Bind(options);

        var faults = Faults(options);

        Assert.Contains(faults, f => f.Contains(named, StringComparison.Ordinal) && f.EndsWith('.'));
    }

    [Fact]
    public void Templates_are_named_by_language_and_country()
    {
        var options = Whole();
        new ConfigurationBuilder().AddInMemoryCollection([new("ReminderTemplates:es_PA", "HX00000000000000000000000000000001"), new("ReminderTemplates:AY_bo", "HX00000000000000000000000000000002")]).Build().Bind(options);

        Assert.Empty(Faults(options));
        var templates = new ApprovedTemplates(Microsoft.Extensions.Options.Options.Create(options));
        Assert.Equal("HX00000000000000000000000000000002", templates.For(TemplatePurpose.Lessons, "ay", "BO")?.Id);
        Assert.Equal("HX00000000000000000000000000000001", templates.For(TemplatePurpose.Lessons, "gym", "PA")?.Id); // what she is told is in Spanish
        Assert.Null(templates.For(TemplatePurpose.Lessons, "es", "BO"));
    }

    [Theory]
    [InlineData(null, null, "http://localhost:5080")]
    [InlineData("https://chat.example.coop/", null, "https://chat.example.coop")]
    [InlineData("https://chat.example.coop/bot", "http://*:80", "https://chat.example.coop/bot")]
    [InlineData(null, "http://0.0.0.0:8080;http://[::]:9090", "http://localhost:8080")]
    public void The_public_address_is_the_configured_one_else_where_the_bot_listens(string? publicUrl, string? url, string expected)
    {
        Assert.Equal(expected, PublicAddress.Of(Configuration(publicUrl, url)).Base);
    }

    [Theory]
    [InlineData("chat.example.coop")]
    [InlineData("https://user:pass@chat.example.coop")]
    [InlineData("https://chat.example.coop?x=1")]
    [InlineData("https://chat.example.coop#rc=2")]
    public void A_public_address_with_more_than_an_address_stops_the_start(string publicUrl)
    {
        var refused = Assert.Throws<UnusableSettingException>(() => PublicAddress.Of(Configuration(publicUrl, null)));

        Assert.Contains("Bot:PublicUrl", refused.Message);
    }

    private static TwilioOptions Whole() => new()
    {
        AccountSid = "AC22222222222222222222222222222222", AuthToken = "secret", From = "whatsapp:+14155238886",
    };

    private static IReadOnlyList<string> Faults(TwilioOptions options) => new TwilioOptionsCheck().Validate(null, options).Failures?.ToList() ?? [];

    private static IConfiguration Configuration(string? publicUrl, string? url) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("Bot:PublicUrl", publicUrl), new("Bot:Url", url)]).Build();
}
