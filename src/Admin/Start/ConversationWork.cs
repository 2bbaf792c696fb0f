using CoopAssistant.Admin.Conversations;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Programme.Service;

namespace CoopAssistant.Admin.Start;

/// <summary>Women who wait for an answer, whose clock runs.</summary>
internal sealed class WaitingConversations(ListTickets list, TimeProvider clock) : IWorkSource
{
    private const int Shown = 5;

    public int Order => 10;
    public string Permission => Access.Permission.AnswerConversations;

    public async Task<Work> Read(WorkRequest request, CancellationToken cancel)
    {
        var (waiting, lines) = await list.Beginning(TicketFilter.Waiting, request.Staff, request.Territory, Shown, cancel);
        var longest = lines.Count == 0 ? null : lines[0].WaitingSince;
        return new("/conversaciones", waiting, "conversación espera respuesta", "conversaciones esperan respuesta", "Nadie espera respuesta")
        {
            More = longest is { } since ? $"La primera espera hace {Spell.Span(clock.GetUtcNow() - since)}" : null,
            IsPressing = waiting > 0,
            Heading = "Esperan respuesta",
            Items = [.. lines.Select(Item)],
        };
    }

    private static WorkItem Item(TicketLine line) =>
        new($"/conversaciones/{line.Id}", ConversationWords.Who(line.Women, line.ProfileName), ConversationWords.Reason(line.Reason), line.WaitingSince ?? line.OpenedAt)
        {
            Clock = line.Clock, Country = line.Country, AssignedTo = line.AssignedTo, Take = line.AssignedTo is null ? $"/conversaciones/{line.Id}/tomar" : null,
        };
}

/// <summary>For who answers for the service: women who wait longer than their office promises, whoever holds them. Administration sees what passed the second limit, and the first where no director answers.</summary>
internal sealed class OverdueConversations(ListTickets list) : IWorkSource
{
    public int Order => 5;
    public string Permission => Access.Permission.SuperviseService;

    public async Task<Work> Read(WorkRequest request, CancellationToken cancel)
    {
        var (count, _) = await list.Beginning(request.Level == ServiceLevel.Director ? TicketFilter.Overdue : TicketFilter.Escalated, request.Staff, request.Territory, shown: 0, cancel);
        return request.Level == ServiceLevel.Director
            ? new("/conversaciones?ver=pasadas", count, "conversación pasó el plazo de respuesta", "conversaciones pasaron el plazo de respuesta", "Ninguna pasó el plazo de respuesta") { IsPressing = count > 0 }
            : new("/conversaciones?ver=segundo-plazo", count, "conversación vencida espera a administración", "conversaciones vencidas esperan a administración", "Ninguna conversación vencida espera a administración") { IsPressing = count > 0, More = Work.BeforeAdministration };
    }
}
