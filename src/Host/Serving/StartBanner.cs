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
        }
        if (admin is not null)
        {
            Console.WriteLine($"Admin      {Address(admin)}");
            if (await admin.Services.GetRequiredService<FirstAdministratorLink>().Offer(cancel) is { } link)
                Console.WriteLine($"\nNo staff yet. Create the first administrator with this link; it works once:\n{link}");
        }
        Console.WriteLine("\nCtrl+C stops.");
    }

    private static string Address(WebApplication face) => face.Urls.First().Replace("[::]", "localhost", StringComparison.Ordinal).TrimEnd('/');
}
