using CoopAssistant.Messaging.Outbox;

namespace CoopAssistant.Admin.Start;

/// <summary>Messages that finally did not reach her.</summary>
internal sealed class FailedDeliveries(ShowDeliveryHealth health) : IWorkSource
{
    public int Order => 60;
    public string Permission => Access.Permission.SeeDeliveries;

    public async Task<Work> Read(WorkRequest request, CancellationToken cancel)
    {
        var failed = await health.CountFailed(request.Territory, cancel);
        return new("/envios", failed, "mensaje no llegó", "mensajes no llegaron", "Todos los mensajes llegaron") { IsPressing = failed > 0 };
    }
}
