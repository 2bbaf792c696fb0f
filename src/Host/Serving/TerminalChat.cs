using System.Globalization;
using System.Text.RegularExpressions;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Data;
using CoopAssistant.Host.Commands;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Messaging.Words;

namespace CoopAssistant.Host.Serving;

/// <summary>A conversation at the keyboard, through the same turns as every channel, on the configured database.</summary>
internal static partial class TerminalChat
{
    public static async Task<int> Talk(string[] settings, string name, TextReader from, TextWriter to, CancellationToken cancel)
    {
        if (!Plain().IsMatch(name)) throw new WrongSettingException("--as takes a name of letters, digits and hyphens, like --as ana.");
        await using var bot = BotFace.NewBuilder(settings).Build();
        await bot.Services.GetRequiredService<PrepareDatabase>().Handle(cancel);
        await bot.Services.GetRequiredService<WordsShelf>().Refresh(cancel);
        var engine = bot.Services.GetRequiredService<TurnEngine>();
        var clock = bot.Services.GetRequiredService<TimeProvider>();

        await to.WriteLineAsync($"Talking as “{name}”. An empty line ends.");
        while (true)
        {
            await to.WriteAsync("> ");
            await to.FlushAsync(cancel);
            if (await from.ReadLineAsync(cancel) is not { } text || text.Trim().Length == 0) return CommandRunner.Done;

            var id = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N", CultureInfo.InvariantCulture);
            var outcome = await engine.Handle(new InboundMessage(Channel.Terminal, "terminal:" + name, id, text, clock.GetUtcNow()), cancel);
            foreach (var reply in outcome.Replies)
            {
                await to.WriteLineAsync("\n" + reply.Text);
                for (var i = 0; i < reply.Options.Count; i++) await to.WriteLineAsync($"{i + 1}. {reply.Options[i].Label}");
            }
            await to.WriteLineAsync();
        }
    }

    [GeneratedRegex("^[a-zA-Z0-9-]{1,40}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Plain();
}
