using CoopAssistant.Data;
using CoopAssistant.Messaging.Outbox;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Host.Doctor;

/// <summary>The database, and what in it wants somebody's attention.</summary>
internal static class DatabaseCheckUp
{
    private const string Part = "Database";

    public static async Task<IReadOnlyList<Finding>> Look(IServiceProvider services, CancellationToken cancel)
    {
        switch (await services.GetRequiredService<InspectDatabase>().Handle(cancel))
        {
            case DatabaseCondition.NotThere missing: return [new(Grade.Note, Part, $"{missing.File} is not there yet; the first start makes it.")];
            case DatabaseCondition.Older: return [new(Grade.Note, Part, "is empty or of an earlier release; the next start brings it up. Make a backup before.")];
            case DatabaseCondition.Unusable unusable: return [new(Grade.Wrong, Part, unusable.Sentence)];
        }

        await using var scope = services.CreateAsyncScope();
        var staff = await scope.ServiceProvider.GetRequiredService<CoopDbContext>().Users.CountAsync(cancel);
        var outbox = await scope.ServiceProvider.GetRequiredService<ShowDeliveryHealth>().Handle(cancel);
        return
        [
            new(Grade.Fine, Part, "answers and is up to date."),
            staff > 0
                ? new(Grade.Fine, "Staff", staff == 1 ? "one account." : $"{staff} accounts.")
                : new(Grade.Note, "Staff", "nobody has an account yet; the start prints a link for the first administrator."),
            outbox.Failed == 0
                ? new(Grade.Fine, "Outbox", $"{outbox.Waiting} waiting to be sent, {outbox.Parked} until she writes again, none failed.")
                : new(Grade.Note, "Outbox", $"{outbox.Waiting} waiting to be sent, {outbox.Failed} failed: the admin app shows why under Envíos."),
        ];
    }
}
