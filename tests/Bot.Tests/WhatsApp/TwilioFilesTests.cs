using System.Net;
using CoopAssistant.Bot.WhatsApp;
using CoopAssistant.Messaging.Inbox;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Bot.Tests.WhatsApp;

public class TwilioFilesTests
{
    private const string Picture = "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1";

    [Fact]
    public async Task The_provider_gets_our_credentials_and_the_place_it_points_to_gets_none()
    {
        var web = new Web(request => request.RequestUri!.Host == "api.twilio.com" ? To("https://media.example/abc") : Bytes("image/jpeg", [1, 2]));

        var file = await Read(web, Picture);

        Assert.Equal("image/jpeg", file!.ContentType);
        Assert.Equal([1, 2], file.Bytes);
        Assert.Equal([true, false], web.Asked.Select(asked => asked.HadCredentials));
    }

    [Theory]
    [InlineData("https://malo.example/2010-04-01/Accounts/AC1"), InlineData("http://api.twilio.com/x"), InlineData("https://api.twilio.com.malo.example/x"), InlineData("/etc/passwd"), InlineData("file:///etc/passwd"), InlineData("")]
    public async Task No_other_address_is_asked(string url)
    {
        var web = new Web(_ => Bytes("image/jpeg", [1]));

        Assert.Null(await Read(web, url));
        Assert.Empty(web.Asked);
    }

    [Fact]
    public async Task A_redirect_to_an_unprotected_place_is_not_followed()
    {
        var web = new Web(_ => To("http://10.0.0.1/secret"));

        Assert.Null(await Read(web, Picture));
        Assert.Single(web.Asked);
    }

    [Fact]
    public async Task What_is_gone_is_none()
    {
        Assert.Null(await Read(new Web(_ => new HttpResponseMessage(HttpStatusCode.NotFound)), Picture));
    }

    private static async Task<ProviderFile?> Read(Web web, string url)
    {
        using var http = new HttpClient(web);
        return await new TwilioFiles(http, Options.Create(new TwilioOptions { AccountSid = "AC1", AuthToken = "secret" })).Read(url, CancellationToken.None);
    }

    private static HttpResponseMessage To(string address)
    {
        var answer = new HttpResponseMessage(HttpStatusCode.TemporaryRedirect);
        answer.Headers.Location = new Uri(address);
        return answer;
    }

    private static HttpResponseMessage Bytes(string type, byte[] bytes)
    {
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(bytes) };
        answer.Content.Headers.ContentType = new(type);
        return answer;
    }

    /// <summary>Everything beyond us.</summary>
    private sealed class Web(Func<HttpRequestMessage, HttpResponseMessage> answers) : HttpMessageHandler
    {
        public List<(Uri Address, bool HadCredentials)> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add((request.RequestUri!, request.Headers.Authorization is not null));
            return Task.FromResult(answers(request));
        }
    }
}
