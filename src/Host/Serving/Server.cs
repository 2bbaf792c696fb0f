using CoopAssistant.Bot;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Data;
using CoopAssistant.Host.Commands;
using CoopAssistant.Host.Demo;
using Microsoft.AspNetCore.Connections;

namespace CoopAssistant.Host.Serving;

/// <summary>Runs the bot, the admin app or both until the process is told to stop. Each is a web application of its own, on a port of its own.</summary>
internal static class Server
{
    /// <param name="only">"bot", "admin", or null for both.</param>
    /// <param name="demo">Null: invented people in Development, on an empty database.</param>
    public static async Task<int> Run(string[] settings, string? only, bool? demo, CancellationToken stop)
    {
        Content.Begin(settings);
        var first = Settings.NewBuilder(settings);
        if (only != "bot") Settings.FaceUrl(first.Configuration, "Admin:Url"); // wrong for one face, nobody is served
        if (only != "admin" && (demo ?? first.Environment.IsDevelopment())) await DemoPeople.Fill(settings, isAsked: demo == true, stop);
        await using var bot = only == "admin" ? null : BotFace.Build(first);
        if (bot is not null) await Serve(bot, stop); // women first: staff can wait the moment that their app takes to be built
        await using var admin = only == "bot" ? null : AdminFace.Build(settings);
        if (admin is not null) await Listen(admin, stop);
        await Faces(bot, admin).First().Services.GetRequiredService<PrepareDatabase>().BuildModel();
        foreach (var face in Faces(bot, admin)) face.Services.GetRequiredService<EverybodyServed>().Say();
        await StartBanner.Print(bot, admin, stop);

        await Task.WhenAny(Faces(bot, admin).Select(face => face.WaitForShutdownAsync(stop)));
        foreach (var face in Faces(bot, admin)) await face.StopAsync(CancellationToken.None);
        return CommandRunner.Done;
    }

    /// <summary>Listens at once; returns when the chat's pages and the courses are there too.</summary>
    private static async Task Serve(WebApplication bot, CancellationToken stop)
    {
        await Listen(bot, stop);
        await bot.Services.GetRequiredService<RehearseAtStart>().Rehearsed(); // she who writes now needs the same code, and a processor
        bot.PrepareWebChat();
        await bot.Services.GetRequiredService<CourseShelf>().Filled;
    }

    private static async Task Listen(WebApplication face, CancellationToken stop)
    {
        await face.Services.GetRequiredService<PrepareDatabase>().Handle(stop);
        try
        {
            await face.StartAsync(stop);
        }
        catch (IOException busy) when (busy.InnerException is AddressInUseException)
        {
            var setting = face.Configuration[BotFace.RoleKey] == BotFace.Role ? "Bot:Url" : "Admin:Url";
            throw new WrongSettingException($"{setting} is {face.Configuration[setting]}, but another program listens there. Stop it, or give another address, like --{setting}=http://localhost:6080.");
        }
    }

    private static IEnumerable<WebApplication> Faces(WebApplication? bot, WebApplication? admin) =>
        new[] { bot, admin }.OfType<WebApplication>();
}
