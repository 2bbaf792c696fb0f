using CoopAssistant.Messaging.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Bot.Deliveries;

/// <summary>Outcomes of sends on their way to the database, several in one commit; tried again a few times, since a lost note costs a look-up at the provider.</summary>
internal sealed class DeliveryNotes(IServiceScopeFactory scopes, TimeProvider clock)
{
    private readonly Gathered<DeliveryNote> gathered = new(64, async (notes, cancel) =>
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<NoteDeliveries>().Handle(notes, cancel);
    });

    public async Task Add(DeliveryNote note)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await gathered.Add(note);
                return;
            }
            catch (Exception) when (attempt < 4)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100 * attempt), clock);
            }
        }
    }
}

/// <summary>Status reports on their way to the database, several in one commit.</summary>
internal sealed class StatusNotes(IServiceScopeFactory scopes, OutboxSignal outbox)
{
    private readonly Gathered<StatusReport> gathered = new(128, async (reports, cancel) =>
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<NoteStatuses>().Handle(reports, cancel);
        outbox.Wake();
    });

    public Task Add(StatusReport report) => gathered.Add(report);
}
