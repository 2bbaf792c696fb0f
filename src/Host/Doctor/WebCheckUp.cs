namespace CoopAssistant.Host.Doctor;

/// <summary>How the outside sees the web chat.</summary>
internal static class WebCheckUp
{
    private const string Part = "Web chat";

    public static Finding Look(IConfiguration configuration, IHostEnvironment environment)
    {
        if (environment.IsDevelopment())
            return new Finding(Grade.Note, Part, "this is Development: whoever reaches the bot can speak as anybody in /simulator. Set ASPNETCORE_ENVIRONMENT=Production for women.");
        if (configuration["Bot:PublicUrl"] is not { Length: > 0 } url)
            return new Finding(Grade.Note, Part, "Bot:PublicUrl is empty: links and certificates will show the address the bot listens on.");
        return url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            ? new Finding(Grade.Fine, Part, $"is at {url}.")
            : new Finding(Grade.Note, Part, $"is at {url}, without TLS: what women write can be read on the way. Put a proxy with TLS before it.");
    }
}
