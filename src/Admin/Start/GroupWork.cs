using CoopAssistant.Admin.Groups.Law;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme.Groups;

namespace CoopAssistant.Admin.Start;

/// <summary>Steps of groups that take longer than expected.</summary>
internal sealed class LateSteps(ListOverdueSteps list, Programmes programmes, TimeProvider clock) : IWorkSource
{
    private const int Shown = 5;

    public int Order => 44;
    public string Permission => Access.Permission.LeadGroups;

    public async Task<Work> Read(WorkRequest request, CancellationToken cancel)
    {
        var late = await list.Handle(request.Territory, cancel);
        return new("/grupos/atrasos", late.Count, "paso de un grupo está atrasado", "pasos de grupos están atrasados", "Ningún grupo está atrasado")
        {
            More = late.Count == 0 ? null : $"El primero lleva {Plural.Of(late[0].DaysLate, "día", "días")} de atraso",
            IsPressing = late.Count > 0,
            Heading = "Pasos atrasados",
            Items = [.. late.Take(Shown).Select(line => new WorkItem(
                $"/grupos/{line.Group.Value}", line.Name, programmes.Find(line.Country)?.FindStep(line.Code)?.Name ?? line.Code, clock.GetUtcNow().AddDays(-line.DaysLate)) { Country = line.Country })],
        };
    }
}

/// <summary>Last days of the law, terms of office and duties of groups that have passed or come soon.</summary>
internal sealed class ExpectedOfGroups(ListExpected list, Programmes programmes, TimeProvider clock) : IWorkSource
{
    private const int Shown = 5;

    public int Order => 42;
    public string Permission => Access.Permission.LeadGroups;

    public async Task<Work> Read(WorkRequest request, CancellationToken cancel)
    {
        var lines = await list.Handle(request.Territory, cancel);
        var late = lines.Where(line => line.DaysLate > 0).ToList();
        return new("/grupos/plazos", lines.Count, "plazo de un grupo se acerca o pasó", "plazos de grupos se acercan o pasaron", "Ningún plazo cerca")
        {
            More = late.Count == 0 ? null : Plural.Of(late.Count, "ya pasó", "ya pasaron"),
            IsPressing = late.Count > 0,
            Heading = "Plazos que pasaron",
            Items = [.. late.Take(Shown).Select(line => new WorkItem(
                $"/grupos/{line.Group.Value}/{LawWords.Part(line.What)}", line.Name, LawWords.What(programmes.Find(line.Country), line.What), clock.GetUtcNow().AddDays(-line.DaysLate)) { Country = line.Country })],
        };
    }
}
