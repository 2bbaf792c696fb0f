using System.Globalization;
using System.Net;
using CoopAssistant.Data.Staff;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Meetings;
using CoopAssistant.Testing;

namespace CoopAssistant.Admin.Tests.Meetings;

public class MeetingPagesTests
{
    [Fact]
    public async Task A_meeting_is_planned_by_the_countrys_clock_and_what_was_typed_stays_until_it_is_right()
    {
        await using var host = await AdminHost.Start();
        var group = await host.Seed.Group("Manos");
        var ana = await host.Seed.Woman("Ana", "Rojas");
        await host.Seed.Do<JoinGroup>(j => j.Handle(group, ana.Participant, false, CancellationToken.None));
        using var visitor = await host.SignedIn();
        var day = host.Clock.GetUtcNow().AddDays(20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        (string, string)[] typed = [("Sent.Host", $"g:{group.Value}"), ("Sent.Day", day), ("Sent.From", "09:00"), ("Sent.Venue", "Escuela El Valle"), ("Sent.Kind", "Workshop"), ("Sent.Topic", "Cuentas"), ("Sent.Hours", "2,5"), ("Sent.Invite", "true")];

        using var wrong = await visitor.Submit("/reuniones/nueva", "nueva", [.. typed, ("Sent.Until", "08:00")]);
        var page = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync());
        using var right = await visitor.Submit("/reuniones/nueva", "nueva", [.. typed, ("Sent.Until", "11:30")]);

        Assert.Contains("La hora de fin debe ser después", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Escuela El Valle\"", page, StringComparison.Ordinal);
        Assert.EndsWith("aviso=invitadas-reunion", right.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var read = await visitor.Read(right.Headers.Location.OriginalString);
        Assert.Contains(", 9:00", read, StringComparison.Ordinal);
        Assert.Contains("2,5 horas de curso", read, StringComparison.Ordinal);
        Assert.Contains("Ana Rojas", read, StringComparison.Ordinal);
        Assert.Contains("No se le puede escribir: llámela", read, StringComparison.Ordinal);
        Assert.Contains("Taller: Cuentas", await visitor.Read($"/grupos/{group.Value}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_whom_a_meeting_is_is_found_by_typing_with_and_without_script_and_nothing_typed_is_lost()
    {
        await using var host = await AdminHost.Start();
        var (old, other) = (await host.Seed.Group("Ñusta Warmi"), await host.Seed.Group("Warmi de El Alto", country: "BO", place: "BO-L.020105"));
        host.Clock.Pass(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 9; i++) await host.Seed.Group($"Panaderas {i}");
        using var visitor = await host.SignedIn("Eva Rojas", "eva@ejemplo.gob.pa", "PA", StaffRole.Registrar);

        var opened = await visitor.Read("/reuniones/nueva");
        using var found = await visitor.Submit("/reuniones/nueva", "nueva", ("Sent.Find", "NUSTA"), ("Sent.Do", "buscar"), ("Sent.Topic", "Cuentas"), ("Sent.Venue", "Escuela El Valle"));
        var page = WebUtility.HtmlDecode(await found.Content.ReadAsStringAsync());
        var typed = await visitor.Read($"/reuniones/para?q=warmi&elegido=g:{old.Value}");
        var chosen = await visitor.Read($"/reuniones/nueva?grupo={old.Value}");
        var nothing = await visitor.Read("/reuniones/para?q=zapateras");

        Assert.DoesNotContain("Ñusta Warmi", opened, StringComparison.Ordinal);
        Assert.Contains("Para los demás, escriba parte del nombre", opened, StringComparison.Ordinal);
        Assert.Contains("Ñusta Warmi", page, StringComparison.Ordinal);
        Assert.DoesNotContain("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Cuentas\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Escuela El Valle\"", page, StringComparison.Ordinal);
        Assert.Matches($"value=\"g:{old.Value}\" checked", typed);
        Assert.DoesNotContain($"{other.Value}", typed, StringComparison.Ordinal);
        Assert.Matches($"value=\"g:{old.Value}\" checked", chosen);
        Assert.Contains("Nada coincide con «zapateras»", nothing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enter_finds_what_was_typed_to_find_somebody_and_plans_where_nothing_new_was_typed()
    {
        await using var host = await AdminHost.Start();
        var group = await host.Seed.Group("Ñusta Warmi");
        using var visitor = await host.SignedIn();
        var day = host.Clock.GetUtcNow().AddDays(20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        (string, string)[] typed = [("Sent.Host", $"g:{group.Value}"), ("Sent.Day", day), ("Sent.From", "09:00"), ("Sent.Until", "11:30"), ("Sent.Venue", "Escuela El Valle"), ("Sent.Kind", "Workshop"), ("Sent.Topic", "Cuentas")];

        using var searched = await visitor.Submit("/reuniones/nueva", "nueva", [.. typed, ("Sent.Find", "zapateras"), ("Sent.SeenFind", "")]);
        var page = WebUtility.HtmlDecode(await searched.Content.ReadAsStringAsync());
        using var seen = await visitor.Submit("/reuniones/nueva", "nueva", [.. typed, ("Sent.Find", "nusta"), ("Sent.SeenFind", "nusta")]);
        using var pressed = await visitor.Submit("/reuniones/nueva", "nueva", [.. typed, ("Sent.Find", "zapateras"), ("Sent.SeenFind", ""), ("Sent.Do", "planear")]);

        Assert.Equal(HttpStatusCode.OK, searched.StatusCode);
        Assert.Contains("Nada coincide con «zapateras»", page, StringComparison.Ordinal);
        Assert.Contains("name=\"Sent.SeenFind\" value=\"zapateras\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Escuela El Valle\"", page, StringComparison.Ordinal);
        Assert.EndsWith("aviso=reunion-planeada", seen.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.EndsWith("aviso=reunion-planeada", pressed.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_see_answers_needs_and_who_came_and_close_the_meeting_with_its_list()
    {
        await using var host = await AdminHost.Start();
        var meeting = await host.Seed.AWorkshop(host.Clock);
        using var visitor = await host.SignedIn();
        var path = $"/reuniones/{meeting}";
        Assert.Contains("reunión espera su asistencia", await visitor.Read("/"), StringComparison.Ordinal);

        var page = await visitor.Read(path);
        Assert.Contains("Cuidado de hijas e hijos: 1", page, StringComparison.Ordinal);
        Assert.Contains("1 en espera", page, StringComparison.Ordinal);
        Assert.Contains("No estaba en la lista", page, StringComparison.Ordinal);
        var eva = (await host.Seed.Ask<ReadMeeting, ReadMeeting.Result?>(r => r.Handle(new MeetingId(meeting), null, CancellationToken.None)))!.Guests.Single(g => g.GivenNames == "Eva").Participant.Value.ToString();
        using var saved = await visitor.Submit(path, $"{path}/asistencia", ("vino", eva), ("hacer", "hecha"));

        Assert.EndsWith("aviso=asistencia", saved.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var read = (await host.Seed.Ask<ReadMeeting, ReadMeeting.Result?>(r => r.Handle(new MeetingId(meeting), null, CancellationToken.None)))!;
        Assert.Equal((MeetingState.Held, 1), (read.Meeting.State, read.Came)); // Eva came; the mark of who walked in was shown and taken away
        Assert.Contains("Se quitó la asistencia de Iris Vega", await visitor.Read(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_moved_and_cancelled_with_a_reason()
    {
        await using var host = await AdminHost.Start();
        var group = await host.Seed.Group("Manos");
        var meeting = await host.Seed.Meeting(group, host.Clock, TimeSpan.FromDays(3));
        using var visitor = await host.SignedIn();
        var path = $"/reuniones/{meeting.Value}";
        var day = host.Clock.GetUtcNow().AddDays(9).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        using var moved = await visitor.Submit(path, "mover", ("Moved.Day", day), ("Moved.From", "14:00"), ("Moved.Until", "16:00"), ("Moved.Venue", "Casa comunal"), ("Moved.Reason", "lluvia"));
        using var cancelled = await visitor.Submit(path, $"{path}/cancelar", ("motivo", "sin quórum"));

        Assert.EndsWith("aviso=reunion-movida", moved.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.EndsWith("aviso=reunion-cancelada", cancelled.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var page = await visitor.Read(path);
        Assert.Contains("Se movió; antes era el", page, StringComparison.Ordinal);
        Assert.Contains("sin quórum", page, StringComparison.Ordinal);
        Assert.Contains("Casa comunal", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_of_another_country_reach_no_page_no_file_and_no_act_and_who_only_looks_does_nothing()
    {
        await using var host = await AdminHost.Start();
        var meeting = await host.Seed.AWorkshop(host.Clock);
        using var stranger = await host.SignedIn("Wilma Quispe", "wilma@ejemplo.gob.bo", "BO");
        using var viewer = await host.SignedIn("Eva Rojas", "eva@ejemplo.gob.pa", "PA", StaffRole.Viewer);
        using var ally = await host.SignedIn("Luz Mora", "luz@ejemplo.gob.pa", "PA", StaffRole.Ally);
        var path = $"/reuniones/{meeting}";

        foreach (var part in new[] { "", "/puerta", "/puerta.pdf", "/calendario.ics" })
        {
            using var answer = await stranger.Get(path + part);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        Assert.DoesNotContain("El libro de caja", await stranger.Read("/reuniones"), StringComparison.Ordinal);
        var token = (await stranger.Fill("/reuniones/calendario", "enlace")).Fields;
        foreach (var act in new[] { "cancelar", "reabrir", "invitar", "respuesta", "asistencia" })
        {
            using var answer = await stranger.Post($"{path}/{act}", [.. token, ("motivo", "porque sí"), ("hacer", act == "respuesta" ? "va" : "socias"), ("mujer", Guid.NewGuid().ToString())]);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        var looked = await viewer.Read(path);
        Assert.Contains("El libro de caja", looked, StringComparison.Ordinal);
        Assert.DoesNotContain($"{path}/cancelar", looked, StringComparison.Ordinal);
        using var refused = await ally.Get(path);
        Assert.Contains("/sin-permiso", refused.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sheet_for_the_door_prints_and_opens_the_chat_with_the_code()
    {
        await using var host = await AdminHost.Start();
        var group = await host.Seed.Group("Manos");
        var meeting = await host.Seed.Meeting(group, host.Clock, TimeSpan.FromDays(3));
        var code = (await host.Seed.Ask<ReadMeeting, ReadMeeting.Result?>(r => r.Handle(meeting, null, CancellationToken.None)))!.Meeting.Code;
        using var visitor = await host.SignedIn();

        using var paper = await visitor.Get($"/reuniones/{meeting.Value}/puerta.pdf");
        var bytes = await paper.Content.ReadAsByteArrayAsync();

        Assert.Equal("application/pdf", paper.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("%PDF-", System.Text.Encoding.ASCII.GetString(bytes, 0, 5), StringComparison.Ordinal);
        Assert.Contains($"ASISTENCIA {code[..4]}-{code[4..]}", await visitor.Read($"/reuniones/{meeting.Value}/puerta"), StringComparison.Ordinal);
        Assert.True(AttendanceCode.TryFind(code, out var known));
        Assert.Equal($"https://wa.me/50760001234?text=ASISTENCIA%20{known.Spoken}", new Admin.Meetings.ChatAddress("50760001234", "").Door(known));
        Assert.Equal($"https://chat.ejemplo.org/?texto=ASISTENCIA%20{known.Spoken}", new Admin.Meetings.ChatAddress(null, "https://chat.ejemplo.org").Door(known));
    }

    [Fact]
    public async Task A_personal_calendar_shows_the_accounts_territory_to_who_has_its_secret_until_it_is_taken_back()
    {
        await using var host = await AdminHost.Start();
        await host.Seed.Meeting(await host.Seed.Group("Manos"), host.Clock, TimeSpan.FromDays(3));
        await host.Seed.Meeting(await host.Seed.Group("Warmi", country: "BO", place: "BO-L.020105"), host.Clock, TimeSpan.FromDays(3), new(MeetingKind.Assembly, "De La Paz"));
        using var visitor = await host.SignedIn("Eva Rojas", "eva@ejemplo.gob.pa", "PA", StaffRole.Registrar);
        using var opened = await visitor.Submit("/reuniones/calendario", "enlace");
        var page = WebUtility.HtmlDecode(await opened.Content.ReadAsStringAsync());
        var link = "/calendario/" + page.Split("/calendario/")[1].Split('"')[0];
        using var nobody = host.Visitor();

        using var feed = await nobody.Get(link);
        var calendar = await feed.Content.ReadAsStringAsync();
        using var guessed = await nobody.Get("/calendario/00000000.ics");
        using var revoked = await visitor.Submit("/reuniones/calendario", "/reuniones/calendario/quitar");
        using var after = await nobody.Get(link);

        Assert.Equal("text/calendar", feed.Content.Headers.ContentType!.MediaType);
        Assert.Contains("SUMMARY:Taller: El libro de caja", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("De La Paz", calendar, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (guessed.StatusCode, after.StatusCode));
    }
}
