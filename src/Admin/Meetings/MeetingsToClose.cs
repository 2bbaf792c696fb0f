using CoopAssistant.Admin.Start;
using CoopAssistant.Programme.Meetings;

namespace CoopAssistant.Admin.Meetings;

/// <summary>Meetings that are over, of which nobody said who came.</summary>
internal sealed class MeetingsToClose(ListMeetings list) : IWorkSource
{
    private const int Shown = 5;

    public int Order => 35;
    public string Permission => Access.Permission.LeadGroups;

    public async Task<Work> Read(WorkRequest request, CancellationToken cancel)
    {
        var asked = new ListMeetings.Request(request.Territory, MeetingView.ToClose) { Take = Shown };
        var (count, rows) = (await list.Count(asked, cancel), await list.Rows(asked, cancel));
        return new("/reuniones?ver=por-cerrar", count, "reunión espera su asistencia", "reuniones esperan su asistencia", "Toda asistencia está anotada")
        {
            Heading = "Falta la asistencia",
            Items = [.. rows.Select(row => new WorkItem($"/reuniones/{row.Id.Value}", MeetingTerms.Title(row.Kind, row.Topic), row.Group ?? row.Community ?? row.Venue, row.EndsAt) { Country = row.Country })],
        };
    }
}
