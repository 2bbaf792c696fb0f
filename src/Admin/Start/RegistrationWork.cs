using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Service;

namespace CoopAssistant.Admin.Start;

/// <summary>What the work with registrations has in common: not a colleague's, oldest first.</summary>
internal abstract class RegistrationWork(FindRegistrations find, Programmes programmes) : IWorkSource
{
    private const int Shown = 5;

    public abstract int Order { get; }
    public string Permission => Access.Permission.ReviewRegistrations;

    public abstract Task<Work> Read(WorkRequest request, CancellationToken cancel);

    protected async Task<(int Count, IReadOnlyList<WorkItem> Items)> Find(FindRegistrations.Request request, string staff, CancellationToken cancel)
    {
        var found = await find.Page(request with { MineOrFree = staff, Take = Shown }, cancel);
        return (found.Total, [.. found.Rows.Select(Item)]);
    }

    /// <summary>How many, where nothing of them is shown.</summary>
    protected async Task<int> Count(FindRegistrations.Request request, string staff, CancellationToken cancel) =>
        (await find.Page(request with { MineOrFree = staff, Take = 0 }, cancel)).Total;

    protected async Task<(int Count, IReadOnlyList<WorkItem> Items)> FindTimed(FindRegistrations.Request request, string staff, ServiceBook book, DateTimeOffset now, CancellationToken cancel)
    {
        var found = await find.Page(request with { MineOrFree = staff, Take = Shown }, cancel);
        return (found.Total, [.. found.Rows.Select(row => Item(row) with { Clock = row.SubmittedAt == row.ChangedAt ? book.Of(row.Country, row.RegionCode, row.PlaceCode)?.Read(ServiceKind.Review, row.SubmittedAt, now) : null })]);
    }

    private WorkItem Item(FindRegistrations.Row row) => new($"/registros/{row.Id.Value}", $"{row.GivenNames} {row.Surnames}", Where(row), row.ChangedAt)
    {
        Country = row.Country, AssignedTo = row.AssignedTo, Take = row.AssignedTo is null ? $"/registros/{row.Id.Value}/asignar" : null,
    };

    private string Where(FindRegistrations.Row row) =>
        row.PlaceCode is null ? programmes.Region(row.Country, row.RegionCode) : programmes.Place(row.Country, row.PlaceCode);
}

/// <summary>For who answers for the service: nobody looked in time, whoever has them. Administration sees what passed the second limit, and the first where no director answers.</summary>
internal sealed class OverdueRegistrations(FindRegistrations find) : IWorkSource
{
    public int Order => 6;
    public string Permission => Access.Permission.SuperviseService;

    public async Task<Work> Read(WorkRequest request, CancellationToken cancel)
    {
        var found = await find.Page(new(request.Territory) { Late = request.Level, Take = 0 }, cancel);
        return request.Level == ServiceLevel.Director
            ? new("/registros?plazo=primero&orden=antiguos", found.Total, "registro pasó el plazo de revisión", "registros pasaron el plazo de revisión", "Ninguno pasó el plazo de revisión") { IsPressing = found.Total > 0 }
            : new("/registros?plazo=segundo&orden=antiguos", found.Total, "registro vencido espera a administración", "registros vencidos esperan a administración", "Ningún registro vencido espera a administración") { IsPressing = found.Total > 0, More = Work.BeforeAdministration };
    }
}

/// <summary>Nobody has looked yet.</summary>
internal sealed class NewRegistrations(FindRegistrations find, Programmes programmes, ReadServiceBook service, TimeProvider clock) : RegistrationWork(find, programmes)
{
    public override int Order => 20;

    public override async Task<Work> Read(WorkRequest request, CancellationToken cancel)
    {
        var (count, items) = await FindTimed(
            new(request.Territory) { Status = RegistrationStatus.Received, Order = RegistrationOrder.OldestFirst }, request.Staff, await service.Handle(cancel), clock.GetUtcNow(), cancel);
        return new("/registros?estado=recibido&orden=antiguos&quien=libres", count, "registro nuevo por revisar", "registros nuevos por revisar", "No hay registros nuevos")
        {
            More = "Los más antiguos primero", IsPressing = count > 0, Heading = "Registros nuevos", Items = items,
        };
    }
}

/// <summary>She answered what was missing.</summary>
internal sealed class ReturnedInformation(FindRegistrations find, Programmes programmes) : RegistrationWork(find, programmes)
{
    public override int Order => 15;

    public override async Task<Work> Read(WorkRequest request, CancellationToken cancel)
    {
        var (count, items) = await Find(new(request.Territory) { OnlyNewInformation = true, Order = RegistrationOrder.OldestFirst }, request.Staff, cancel);
        return new("/registros?volvio=1&orden=antiguos", count, "registro con un dato que ella mandó", "registros con un dato que ellas mandaron", "Ningún dato nuevo")
        {
            IsPressing = count > 0, Heading = "Mandaron el dato que faltaba", Items = items,
        };
    }
}

/// <summary>Begun, and given to who asks.</summary>
internal sealed class RegistrationsInReview(FindRegistrations find, Programmes programmes) : RegistrationWork(find, programmes)
{
    public override int Order => 30;

    public override async Task<Work> Read(WorkRequest request, CancellationToken cancel)
    {
        var count = await Count(new(request.Territory) { Status = RegistrationStatus.InReview }, request.Staff, cancel);
        return new("/registros?estado=revision&orden=antiguos&quien=libres", count, "registro en revisión", "registros en revisión", "Nada en revisión");
    }
}

internal sealed class RegistrationsWithoutInformation(FindRegistrations find, Programmes programmes) : RegistrationWork(find, programmes)
{
    public override int Order => 40;

    public override async Task<Work> Read(WorkRequest request, CancellationToken cancel)
    {
        var count = await Count(new(request.Territory) { Status = RegistrationStatus.InformationMissing }, request.Staff, cancel);
        return new("/registros?estado=falta-dato&orden=antiguos", count, "registro espera un dato de ella", "registros esperan un dato de ellas", "Ningún dato pendiente");
    }
}

internal sealed class DuplicatedDocuments(FindRegistrations find, Programmes programmes) : RegistrationWork(find, programmes)
{
    public override int Order => 50;

    public override async Task<Work> Read(WorkRequest request, CancellationToken cancel)
    {
        var count = await Count(new(request.Territory) { OnlyDuplicates = true }, request.Staff, cancel);
        return new("/registros?repetidos=1", count, "registro con documento repetido", "registros con documento repetido", "Sin documentos repetidos");
    }
}
