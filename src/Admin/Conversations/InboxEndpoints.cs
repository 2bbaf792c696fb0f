using System.Security.Claims;
using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Security;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Programme.Audit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoopAssistant.Admin.Conversations;

/// <summary>Beside answering: put aside, open again, note, ready answers, files, and the courtesy of saying that one types.</summary>
internal static class InboxEndpoints
{
    /// <summary>What browsers show in place and cannot run.</summary>
    private static readonly string[] Shown = ["image/jpeg", "image/png", "image/gif", "image/webp", "audio/", "video/mp4", "video/3gpp"];

    public static void MapInbox(this IEndpointRouteBuilder routes)
    {
        var conversations = routes.MapGroup("/conversaciones").RequireAuthorization(Permission.AnswerConversations);
        conversations.MapPost("/{id:long}/posponer", Snooze).RequireFormToken();
        conversations.MapPost("/{id:long}/reabrir", Reopen).RequireFormToken();
        conversations.MapPost("/{id:long}/nota", AddNote).RequireFormToken();
        conversations.MapPost("/{id:long}/escribo", Types).RequireFormToken();
        conversations.MapGet("/{id:long}/archivos/{mensaje:long}/{cual:int}", Send);
        conversations.MapPost("/respuestas/guardar", SaveAnswer).RequireFormToken();
        conversations.MapPost("/respuestas/{respuesta:long}/quitar", RemoveAnswer).RequireFormToken();
    }

    private static async Task<IResult> Snooze(long id, HttpContext http, ReadTicket read, SnoozeTicket snooze, Programmes programmes, TimeProvider clock)
    {
        var cancel = http.RequestAborted;
        if (await read.Handle(id, http.User.Territory(), cancel) is not { } ticket) return TypedResults.NotFound();
        var now = clock.GetUtcNow();
        DateTimeOffset? until = (await http.Request.ReadFormAsync(cancel))["hasta"].ToString() switch
        {
            "1h" => now.AddHours(1),
            "3h" => now.AddHours(3),
            "manana" => Tomorrow(programmes.Local(now, ticket.Country)),
            _ => null,
        };
        var done = await snooze.Handle(id, until, cancel) == TicketResult.Done;
        return TypedResults.LocalRedirect($"/conversaciones/{id}?aviso={(!done ? "cambio" : until is null ? "despierta" : "pospuesta")}");
    }

    /// <summary>Eight in the morning, where she is.</summary>
    private static DateTimeOffset Tomorrow(DateTimeOffset local) => new(local.Date.AddDays(1).AddHours(8), local.Offset);

    private static async Task<IResult> Reopen(long id, ClaimsPrincipal user, ReadTicket read, ReopenTicket reopen, CancellationToken cancel)
    {
        if (await read.Handle(id, user.Territory(), cancel) is null) return TypedResults.NotFound();
        return TypedResults.LocalRedirect($"/conversaciones/{id}?aviso={(await reopen.Handle(id, cancel) == TicketResult.Done ? "reabierta" : "hay-otra")}");
    }

    private static async Task<IResult> AddNote(long id, HttpContext http, ReadTicket read, ConversationNotes notes)
    {
        if (await read.Handle(id, http.User.Territory(), http.RequestAborted) is not { } ticket) return TypedResults.NotFound();
        var text = (await http.Request.ReadFormAsync(http.RequestAborted))["texto"].ToString();
        var added = await notes.Add(ticket.ConversationId, http.User.StaffId(), text, http.RequestAborted);
        return TypedResults.LocalRedirect($"/conversaciones/{id}?aviso={(added ? "nota-guardada" : "nota-vacia")}");
    }

    private static async Task<IResult> Types(long id, HttpContext http, ReadTicket read, TypingWatch typing)
    {
        if (await read.Handle(id, http.User.Territory(), http.RequestAborted) is null) return TypedResults.NotFound();
        typing.Note(id, http.User.StaffId(), http.User.StaffName());
        return TypedResults.NoContent();
    }

    /// <summary>Her picture or voice, written down as seen before it is sent. What a browser could run is only saved.</summary>
    private static async Task<IResult> Send(long id, long mensaje, int cual, HttpContext http, ReadMessageFile read, RecordChange record)
    {
        if (await read.Handle(id, mensaje, cual, http.User.Territory(), http.RequestAborted) is not { } file) return TypedResults.NotFound();
        await record.Handle(http.User.StaffId(), ChangeAction.SawFile, "Ticket", id.ToString(System.Globalization.CultureInfo.InvariantCulture), null, http.RequestAborted);
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.CacheControl = "private, no-store";
        var type = file.ContentType.ToLowerInvariant();
        var isShown = Array.Exists(Shown, shown => type == shown || (shown.EndsWith('/') && type.StartsWith(shown, StringComparison.Ordinal)));
        return TypedResults.File(file.Bytes, isShown ? type : "application/octet-stream", isShown ? null : file.Name ?? "archivo", enableRangeProcessing: true);
    }

    private static async Task<IResult> SaveAnswer(HttpContext http, CannedAnswers answers)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var saved = await answers.Save(form["titulo"].ToString(), form["texto"].ToString(), http.User.StaffId(), http.RequestAborted);
        return TypedResults.LocalRedirect("/conversaciones/respuestas?aviso=" + (saved ? "respuesta-guardada" : "respuesta-no"));
    }

    private static async Task<IResult> RemoveAnswer(long respuesta, HttpContext http, CannedAnswers answers)
    {
        await answers.Remove(respuesta, http.RequestAborted);
        return TypedResults.LocalRedirect("/conversaciones/respuestas");
    }
}
