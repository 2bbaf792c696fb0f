using CoopAssistant.Admin.Groups.FollowUp;
using CoopAssistant.Programme.FollowUps;

namespace CoopAssistant.Admin.Start;

/// <summary>Cooperatives that are to be asked in person how they are doing.</summary>
internal sealed class FollowUpWork(ListFollowUps list, TimeProvider clock) : IWorkSource
{
    private const int Shown = 5;

    public int Order => 45;
    public string Permission => Access.Permission.LeadGroups;

    public async Task<Work> Read(WorkRequest request, CancellationToken cancel)
    {
        var lines = await list.Handle(request.Territory, cancel);
        return new("/grupos/seguimiento", lines.Count, "cooperativa espera una visita o llamada de seguimiento", "cooperativas esperan una visita o llamada de seguimiento", "El seguimiento está al día")
        {
            IsPressing = lines.Any(line => line.Why == FollowUpWhy.WantsVisit),
            Heading = "Seguimiento en persona",
            Items = [.. lines.Take(Shown).Select(line => new WorkItem(
                $"/grupos/{line.Group.Value}/seguimiento", line.Name, FollowUpTerms.Why(line.Why), clock.GetUtcNow().AddDays(-line.DaysDue)) { Country = line.Country })],
        };
    }
}
