using CoopAssistant.Admin.Accounts;

namespace CoopAssistant.Host.Serving;

/// <summary>What an operator reads once the program listens.</summary>
internal static class StartBanner
{
    public static async Task Print(WebApplication? bot, WebApplication? admin, CancellationToken cancel)
    {
        Console.WriteLine();
        if (bot is not null)
        {
            var address = Address(bot);
            Console.WriteLine($"Bot        {address}");
            if (bot.Environment.IsDevelopment()) Console.WriteLine($"Simulator  {address}/simulator");
            Console.WriteLine($"WhatsApp   {WhatsApp(bot)}");
        }
        if (admin is not null)
        {
            Console.WriteLine($"Admin      {Address(admin)}");
            if (await admin.Services.GetRequiredService<FirstAdministratorLink>().Offer(cancel) is { } link)
                Console.WriteLine($"\nNo staff yet. Create the first administrator with this link; it works once:\n{link}");
        }
        Console.WriteLine("\nCtrl+C stops.");
    }

    private static string WhatsApp(WebApplication bot) => bot.Configuration["Twilio:AccountSid"] is { Length: > 0 }
        ? $"by Twilio, called at {bot.Configuration["Bot:PublicUrl"] ?? Address(bot)}/whatsapp"
        : bot.Environment.IsDevelopment() ? "goes to the simulator: there are no Twilio settings" : "is off: there are no Twilio settings";

    private static string Address(WebApplication face) => face.Urls.First().Replace("[::]", "localhost", StringComparison.Ordinal).TrimEnd('/');
}
