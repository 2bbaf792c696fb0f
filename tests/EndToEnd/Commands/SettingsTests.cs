using CoopAssistant.EndToEnd.Support;

namespace CoopAssistant.EndToEnd.Commands;

/// <summary>A wrong setting stops the start with a sentence that names it; nobody has to read a stack trace.</summary>
public sealed class SettingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coop-settings-").FullName;

    [Theory]
    [InlineData("Database:Provider", "oracle")]
    [InlineData("Database:ConnectionString", "Data Source=/proc/nowhere/coop.db")]
    [InlineData("Database:ConnectionString", "Colour=blue")]
    [InlineData("Bot:Url", "localhost:5080")]
    [InlineData("Admin:Url", "here")]
    [InlineData("Bot:PublicUrl", "chat.example")]
    [InlineData("Bot:AllowedOrigins", "www.ministerio.example")]
    [InlineData("Content:Path", "/nowhere")]
    [InlineData("Twilio:AccountSid", "12345")]
    [InlineData("Twilio:SendTimeout", "01:00:00")]
    [InlineData("Delivery:Lease", "00:00:01")]
    [InlineData("WebChat:TokenLifetime", "2.00:00:00")]
    public async Task It_is_named_in_a_sentence(string setting, string value)
    {
        var result = await CoopCommand.Run(_folder, "", "serve", $"--{setting}={value}", "--Bot:Url=http://localhost:0".Replace("Bot:Url", setting == "Bot:Url" ? "Admin:Url" : "Bot:Url", StringComparison.Ordinal));

        Assert.Equal(2, result.Code);
        Assert.Contains(setting, result.Errors);
        Assert.DoesNotContain("   at ", result.Errors + result.Output);
        Assert.DoesNotContain("Unhandled", result.Errors + result.Output);
    }

    [Fact]
    public async Task A_PostgreSQL_that_does_not_answer_is_named_too()
    {
        var result = await CoopCommand.Run(
            _folder, "", "serve", "--Database:Provider=postgres", "--Database:ConnectionString=Host=127.0.0.1;Port=1;Database=coop;Username=coop", "--Bot:Url=http://localhost:0", "--Admin:Url=http://localhost:0");

        Assert.Equal(2, result.Code);
        Assert.StartsWith("Database:ConnectionString leads to no database that answers:", result.Errors);
        Assert.DoesNotContain("   at ", result.Errors + result.Output);
    }

    [Fact]
    public async Task A_word_that_is_no_setting_is_refused()
    {
        var result = await CoopCommand.Run(_folder, "", "serve", "--onyl", "bot");

        Assert.Equal(2, result.Code);
        Assert.Contains("--onyl", result.Errors);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
