using System.Security.Claims;
using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Security;
using CoopAssistant.Admin.Shell;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CoopAssistant.Admin.Conversations;

/// <summary>What the pages of conversations ask and do: the live parts as HTML, and the actions as forms.</summary>
internal static class ConversationEndpoints
{
    public const int PageSize = 25;

    public static void MapConversations(this IEndpointRouteBuilder routes)
    {
        var conversations = routes.MapGroup("/conversaciones").RequireAuthorization(Permission.AnswerConversations);
        conversations.MapGet("/lista", LiveList);
        conversations.MapGet("/{id:long}/hilo", Thread);
        conversations.MapPost("/{id:long}/responder", Reply).RequireFormToken();
        conversations.MapPost("/{id:long}/tomar", (long id, ClaimsPrincipal user, ReadTicket read, TakeTicket take, CancellationToken cancel) =>
            Change(id, user, read, "tomada", () => take.Handle(id, user.StaffId(), cancel), cancel)).RequireFormToken();
        conversations.MapPost("/{id:long}/devolver", (long id, ClaimsPrincipal user, ReadTicket read, HandBack handBack, CancellationToken cancel) =>
            Change(id, user, read, "devuelta", () => handBack.Handle(id, cancel), cancel)).RequireFormToken();
        conversations.MapPost("/{id:long}/cerrar", (long id, ClaimsPrincipal user, ReadTicket read, CloseTicket close, CancellationToken cancel) =>
            Change(id, user, read, "cerrada", () => close.Handle(id, cancel), cancel)).RequireFormToken();
        conversations.MapPost("/{id:long}/asignar", Assign).RequireFormToken();
        conversations.MapPost("/escribir", Begin).RequireFormToken();
    }

    public static string Word(TicketFilter filter) => filter switch
    {
        TicketFilter.Open => "abiertas", TicketFilter.Mine => "mias", TicketFilter.Closed => "cerradas", TicketFilter.Snoozed => "pospuestas", TicketFilter.Overdue => "pasadas", TicketFilter.Escalated => "segundo-plazo", _ => "esperan",
    };

    public static TicketFilter OfWord(string? word) => word switch
    {
        "abiertas" => TicketFilter.Open, "mias" => TicketFilter.Mine, "cerradas" => TicketFilter.Closed, "pospuestas" => TicketFilter.Snoozed, "pasadas" => TicketFilter.Overdue, "segundo-plazo" => TicketFilter.Escalated, _ => TicketFilter.Waiting,
    };

    public static string ListAddress(TicketFilter filter, int page) => $"/conversaciones/lista?ver={Word(filter)}&pagina={page}";

    private static async Task<IResult> LiveList(string? ver, int? pagina, HttpContext http, ListTickets list, StaffNames names, TimeProvider clock)
    {
        var filter = OfWord(ver);
        var page = await list.Handle(new(filter, http.User.StaffId(), http.User.Territory(), Pager.Number(pagina), PageSize), http.RequestAborted);
        // Waiting times are said in minutes: a new minute is a new page.
        var minute = clock.GetUtcNow().Ticks / TimeSpan.TicksPerMinute;
        var lines = page.Lines.Aggregate(17, (hash, line) => HashCode.Combine(hash, line.Id, line.WaitingSince, line.AssignedTo, line.LastText, line.IsHeld));
        if (IsSame(http, $"\"{minute}.{lines:x}.{page.Waiting}.{page.Open}.{page.Mine}.{page.Snoozed}.{page.Overdue}\"")) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var known = await names.Of(page.Lines.Select(line => line.AssignedTo), http.RequestAborted);
        return new RazorComponentResult<TicketList>(new { Page = page, Filter = filter, Names = known });
    }

    private static async Task<IResult> Thread(long id, string? muestra, HttpContext http, ThreadReader reader, ShownPass pass)
    {
        if (await reader.Read(id, before: null, http.User, pass.Holds(muestra, http.User, id), http.RequestAborted) is not { } view) return TypedResults.NotFound();
        if (IsSame(http, view.Stamp)) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return new RazorComponentResult<LiveThread>(new { View = view });
    }

    private static bool IsSame(HttpContext http, string stamp)
    {
        http.Response.Headers.ETag = stamp;
        return http.Request.Headers.IfNoneMatch == stamp;
    }

    private static async Task<IResult> Reply(long id, HttpContext http, ReadTicket read, ReplyToTicket reply)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (await read.Handle(id, http.User.Territory(), http.RequestAborted) is null) return TypedResults.NotFound();
        var result = await reply.Handle(new(id, http.User.StaffId(), form["texto"].ToString()), http.RequestAborted);
        var wantsPage = !http.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);
        return (result, wantsPage) switch
        {
            (ReplyResult.NotFound, _) => TypedResults.NotFound(),
            (ReplyResult.Said or ReplyResult.Parked, false) => TypedResults.NoContent(),
            (_, true) => TypedResults.LocalRedirect($"/conversaciones/{id}?aviso={Notice(result)}"),
            _ => TypedResults.Problem(Shell.Notices.Find(Notice(result)).Sentence, statusCode: StatusCodes.Status409Conflict),
        };
    }

    private static string Notice(ReplyResult result) => result switch
    {
        ReplyResult.Said or ReplyResult.Parked => "respondida",
        ReplyResult.Empty => "vacio",
        ReplyResult.TooLong => "largo",
        ReplyResult.OptedOut => "baja",
        _ => "cambio",
    };

    private static async Task<IResult> Change(long id, ClaimsPrincipal user, ReadTicket read, string done, Func<Task<TicketResult>> change, CancellationToken cancel)
    {
        if (await read.Handle(id, user.Territory(), cancel) is null) return TypedResults.NotFound();
        return TypedResults.LocalRedirect($"/conversaciones/{id}?aviso={(await change() == TicketResult.Done ? done : "cambio")}");
    }

    /// <summary>To whom the form says; to nobody in particular where it is empty.</summary>
    private static async Task<IResult> Assign(long id, HttpContext http, ReadTicket read, AssignTicket assign, Colleagues colleagues)
    {
        var cancel = http.RequestAborted;
        if (await read.Handle(id, http.User.Territory(), cancel) is not { } ticket) return TypedResults.NotFound();
        var to = (await http.Request.ReadFormAsync(cancel))["quien"].ToString();
        var woman = ticket.Women.Count == 0 ? null : ticket.Women[0];
        var may = to.Length == 0
            || (await colleagues.Who(Permission.AnswerConversations, woman is null ? null : woman.Country, woman?.RegionCode, woman?.PlaceCode, cancel)).Any(c => c.Id == to);
        var done = may && await assign.Handle(id, to.Length == 0 ? null : to, cancel) == TicketResult.Done;
        return TypedResults.LocalRedirect($"/conversaciones/{id}?aviso={(done ? "asignada" : may ? "cambio" : "fuera-de-territorio")}");
    }

    private static async Task<IResult> Begin(HttpContext http, ClaimsPrincipal user, ReadRegistration read, BeginThread begin, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        if (!Guid.TryParse(form["registro"], out var registro)) return TypedResults.NotFound();
        if (await read.Handle(new RegistrationId(registro), user.Territory(), cancel) is not { } registration) return TypedResults.NotFound();
        var ticket = await begin.Handle(registration.ParticipantId, registration.Country, cancel);
        return TypedResults.LocalRedirect(ticket is null ? $"/registros/{registro}?aviso=sin-chat" : $"/conversaciones/{ticket}");
    }
}
