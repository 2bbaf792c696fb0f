using CoopAssistant.Bot.Turns;
using CoopAssistant.Data;
using CoopAssistant.Host.Serving;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CoopAssistant.Host.Demo;

/// <summary>
/// Fills an empty database with invented women, through the same turns and use cases as real ones. Never where Twilio is connected: their
/// numbers might belong to somebody. Does nothing where anybody has written before.
/// </summary>
internal static class DemoPeople
{
    /// <summary>Author of what staff did in the demo.</summary>
    private const string Registrar = "demo";

    /// <param name="isAsked">The operator asked for them: where they cannot be, he is told so.</param>
    public static async Task Fill(string[] settings, bool isAsked, CancellationToken cancel)
    {
        var builder = BotFace.NewBuilder(settings);
        if (!string.IsNullOrEmpty(builder.Configuration["Twilio:AccountSid"]))
        {
            if (isAsked) throw new Commands.WrongSettingException("--demo is refused while Twilio is connected: the invented numbers might belong to somebody. Leave Twilio:AccountSid empty.");
            return;
        }

        var clock = new DemoClock(TimeProvider.System.GetUtcNow());
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        await using var bot = builder.Build();
        await bot.Services.GetRequiredService<PrepareDatabase>().Handle(cancel);
        if (!await IsEmpty(bot.Services, cancel)) return;

        Console.WriteLine("Filling the empty database with invented women …");
        var today = clock.Now;
        var steps = DemoWomen.Read(Settings.ContentPath(builder.Configuration)).SelectMany(Steps).OrderBy(step => step.DaysAgo).Reverse();
        foreach (var (daysAgo, step) in steps)
        {
            clock.Now = today.AddDays(-daysAgo).AddMinutes(-(daysAgo * 37 % 240));
            await step(bot.Services, clock, cancel);
        }
        await SettleDeliveries(bot.Services, cancel);
    }

    private delegate Task Step(IServiceProvider services, DemoClock clock, CancellationToken cancel);

    private static IEnumerable<(int DaysAgo, Step Step)> Steps(DemoWoman woman)
    {
        string[] folio = [""];
        yield return (woman.DaysAgo, async (services, clock, cancel) =>
        {
            await Say(services, clock, woman.Phone, woman.Says, cancel);
            await using var scope = services.CreateAsyncScope();
            folio[0] = await scope.ServiceProvider.GetRequiredService<ProgrammeDb>().Registrations
                .OrderByDescending(r => r.SubmittedAt).Select(r => r.Folio).FirstAsync(cancel);
        });
        foreach (var sequel in woman.Then)
        {
            yield return (woman.DaysAgo - sequel.Days, (services, clock, cancel) => sequel.Trigger is { } trigger
                ? Move(services, folio[0], trigger, sequel.Detail, cancel)
                : Say(services, clock, woman.Phone, sequel.Says, cancel));
        }
    }

    private static async Task Say(IServiceProvider services, DemoClock clock, string phone, IReadOnlyList<string> texts, CancellationToken cancel)
    {
        var engine = services.GetRequiredService<TurnEngine>();
        foreach (var text in texts)
        {
            clock.Now += TimeSpan.FromSeconds(23);
            var id = Guid.CreateVersion7(clock.Now).ToString("N", System.Globalization.CultureInfo.InvariantCulture);
            await engine.Handle(new InboundMessage(Channel.WhatsApp, "whatsapp:" + phone, "SM" + id, text, clock.Now) { Phone = phone }, cancel);
        }
    }

    private static async Task Move(IServiceProvider services, string folio, RegistrationTrigger trigger, string? detail, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var id = await scope.ServiceProvider.GetRequiredService<ProgrammeDb>().Registrations.Where(r => r.Folio == folio).Select(r => r.Id).SingleAsync(cancel);
        await scope.ServiceProvider.GetRequiredService<MoveRegistration>().Handle(new MoveRegistration.Request(id, trigger, Registrar, detail), cancel);
    }

    private static async Task<bool> IsEmpty(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        return !await scope.ServiceProvider.GetRequiredService<MessagingDb>().Contacts.AnyAsync(cancel);
    }

    /// <summary>What was said in the past has arrived; nothing of it is to be sent now.</summary>
    private static async Task SettleDeliveries(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MessagingDb>().Messages.Where(m => m.Direction == MessageDirection.Outbound)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Delivery, Delivery.Read), cancel);
    }
}
