using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using CoopAssistant.Bot.WebChat.Tokens;

namespace CoopAssistant.Bot.Tests.WebChat;

public sealed class JwtTests
{
    private static readonly byte[] Secret = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private static readonly byte[] Payload = """{"conv":"c1","user":"dl_u1","exp":1}"""u8.ToArray();

    [Fact]
    public void What_was_signed_opens_with_the_same_key()
    {
        var token = Jwt.Sign(Payload, "7", Secret);

        Assert.Equal("7", Jwt.KeyId(token));
        Assert.Equal(Payload, Jwt.Open(token, Secret));
    }

    /// <summary>Vector of RFC 7515, appendix A.1: a token made elsewhere.</summary>
    [Fact]
    public void A_token_of_the_standard_opens()
    {
        var key = Base64Url.DecodeFromChars("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow");
        const string token = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

        var opened = Jwt.Open(token, key);

        Assert.NotNull(opened);
        Assert.Equal("joe", JsonDocument.Parse(opened).RootElement.GetProperty("iss").GetString());
    }

    [Fact]
    public void A_changed_letter_closes_it()
    {
        var token = Jwt.Sign(Payload, "7", Secret);

        for (var i = 0; i < token.Length - 1; i++) // the last letter holds two bits that nobody reads
        {
            var forged = string.Concat(token.AsSpan(0, i), token[i] == 'A' ? "B" : "A", token.AsSpan(i + 1));
            Assert.Null(Jwt.Open(forged, Secret));
        }
    }

    [Theory]
    [InlineData("""{"alg":"none","kid":"7"}""")]
    [InlineData("""{"alg":"RS256","kid":"7"}""")]
    [InlineData("""{"alg":"HS256"}""")]
    [InlineData("""["HS256"]""")]
    [InlineData("no json")]
    public void Another_algorithm_or_no_key_is_no_token(string header)
    {
        var token = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(Payload)}.";

        Assert.Null(Jwt.KeyId(token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("..")]
    [InlineData("a.b")]
    [InlineData("á.é.í")]
    [InlineData("a.b.c.d")]
    public void Rubbish_is_no_token(string token)
    {
        Assert.Null(Jwt.KeyId(token));
        Assert.Null(Jwt.Open(token, Secret));
    }
}
