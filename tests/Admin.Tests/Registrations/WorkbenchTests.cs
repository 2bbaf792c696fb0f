using System.IO.Compression;
using System.Net;
using System.Xml.Linq;
using CoopAssistant.Data.Staff;
using CoopAssistant.Messaging;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Admin.Tests.Registrations;

public class WorkbenchTests
{
    [Fact]
    public async Task Several_registrations_take_a_step_after_a_preview_and_go_back_by_a_step()
    {
        await using var host = await AdminHost.Start();
        var (one, two, gone) = (await host.Seed.Registration("Ana", "Uno"), await host.Seed.Registration("Ana", "Dos"), await host.Seed.Registration("Ana", "Fuera"));
        await host.Seed.Do<MoveRegistration>(move => move.Handle(new(gone, RegistrationTrigger.Withdraw, RegistrationStep.Herself, null), CancellationToken.None));
        using var visitor = await host.SignedIn();
        var address = $"/registros/lote?paso=Review&id={one.Value}&id={two.Value}&id={gone.Value}";

        var preview = await visitor.Read(address);
        using var done = await visitor.Submit(address, "mover-lote");
        var result = await done.Content.ReadAsStringAsync();
        var after = await Statuses(host, one, two, gone);
        var (action, fields) = visitor.FillIn(result, "/registros/lote/deshacer");
        using var undone = await visitor.Post(action, fields);

        Assert.Contains("Desde su estado no se puede", preview, StringComparison.Ordinal);
        Assert.Contains("2 registros</button>", preview, StringComparison.Ordinal);
        Assert.Equal([RegistrationStatus.InReview, RegistrationStatus.InReview, RegistrationStatus.Withdrawn], after);
        Assert.Equal([RegistrationStatus.Received, RegistrationStatus.Received, RegistrationStatus.Withdrawn], await Statuses(host, one, two, gone));
        Assert.EndsWith("aviso=lote-deshecho", undone.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Se deshizo el paso anterior", await visitor.Read($"/registros/{one.Value}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_colleague_changed_since_the_preview_stays_as_it_is()
    {
        await using var host = await AdminHost.Start();
        var (one, two) = (await host.Seed.Registration("Ana", "Uno"), await host.Seed.Registration("Ana", "Dos"));
        using var visitor = await host.SignedIn();
        var (action, fields) = await visitor.Fill($"/registros/lote?paso=PutOnWaitingList&id={one.Value}&id={two.Value}", "mover-lote");
        await host.Seed.Do<MoveRegistration>(move => move.Handle(new(one, RegistrationTrigger.Review, "otra", null), CancellationToken.None));

        using var done = await visitor.Post(action, fields);

        Assert.Contains("Alguien la cambió mientras tanto", WebUtility.HtmlDecode(await done.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal([RegistrationStatus.InReview, RegistrationStatus.WaitingList], await Statuses(host, one, two));
    }

    [Fact]
    public async Task Registrations_outside_the_territory_are_neither_shown_nor_moved_nor_taken_out()
    {
        await using var host = await AdminHost.Start();
        var panama = await host.Seed.Registration();
        using var bolivia = await host.SignedIn("Luz Mamani", "luz@ejemplo.gob.bo", "BO", StaffRole.Registrar);
        using var everywhere = await host.SignedIn();
        var (action, fields) = await everywhere.Fill($"/registros/lote?paso=Review&id={panama.Value}", "mover-lote");
        var token = (await bolivia.Fill("/cuenta", "/salir")).Fields.Single(f => f.Name == "__RequestVerificationToken");

        var preview = await bolivia.Read($"/registros/lote?paso=Review&id={panama.Value}");
        (await bolivia.Post(action, [.. fields.Where(f => f.Name != token.Name), token])).Dispose();
        var csv = await bolivia.Export("csv", personal: true);
        using var note = await bolivia.Post($"/registros/{panama.Value}/nota", token, ("texto", "hola"));

        Assert.DoesNotContain("María Elena", preview + csv, StringComparison.Ordinal);
        Assert.Equal([RegistrationStatus.Received], await Statuses(host, panama));
        Assert.Equal(0, await host.Seed.Ask<ProgrammeDb, int>(db => db.RegistrationNotes.CountAsync()));
    }

    [Fact]
    public async Task An_undone_request_for_information_is_no_longer_awaited_from_her()
    {
        await using var host = await AdminHost.Start();
        var contact = await host.Seed.Contact();
        var registration = await host.Seed.Registration(contact: contact);
        using var visitor = await host.SignedIn();
        var path = $"/registros/{registration.Value}";
        (await visitor.Submit(path, "mover-AskForInformation", ("Sent.Detail", "la foto de su cédula"))).Dispose();

        using var undone = await visitor.Submit(path, $"{path}/deshacer");

        Assert.Contains("aviso=deshecho", undone.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Null(await host.Seed.Ask<MessagingDb, string?>(db => db.Conversations.Where(c => c.Id == contact).Select(c => c.AwaitedFromHer).SingleAsync()));
    }

    [Fact]
    public async Task The_list_is_taken_out_as_csv_with_its_filters_and_cells_are_no_formulas()
    {
        await using var host = await AdminHost.Start();
        await host.Seed.Registration("=HYPERLINK(\"http://malo\")", "Pérez, \"Ñata\"");
        await host.Seed.Registration("Wilma", "Quispe", "BO", "BO-L", place: null, document: "4823771 LP");
        using var visitor = await host.SignedIn();

        var masked = await visitor.Export("csv", list: "/registros?pais=PA");
        var whole = await visitor.Export("csv", personal: true);

        Assert.StartsWith("folio,estado,nombres,apellidos", masked, StringComparison.Ordinal);
        Assert.Equal(2, masked.TrimEnd().Split('\n').Length);
        Assert.DoesNotContain("8-123-456", masked, StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK", masked, StringComparison.Ordinal);
        Assert.Contains("4823771 LP", whole, StringComparison.Ordinal);
        Assert.Contains("csv, con documento y teléfono", await visitor.Read("/auditoria?ver=cambios"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_workbook_has_one_line_for_each_registration_and_a_dictionary_of_its_columns()
    {
        await using var host = await AdminHost.Start();
        await host.Seed.Registration("Ana <b> & \u0001 😀", "Ruiz");
        using var visitor = await host.SignedIn();

        using var answer = await visitor.ExportFile("xlsx");
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var sheets = new List<List<string>>();
        foreach (var number in new[] { 1, 2 })
        {
            await using var part = zip.GetEntry($"xl/worksheets/sheet{number}.xml")!.Open();
            sheets.Add([.. (await XDocument.LoadAsync(part, LoadOptions.None, CancellationToken.None)).Descendants().Where(e => e.Name.LocalName == "row").Select(row => string.Join('|', row.Elements().Select(c => c.Value)))]);
        }

        Assert.Equal(2, sheets[0].Count);
        Assert.Contains("|Ana <b> &  😀|Ruiz|", sheets[0][1], StringComparison.Ordinal);
        Assert.Equal(sheets[0][0].Split('|'), sheets[1].Skip(1).Select(line => line.Split('|')[0]));
    }

    [Fact]
    public async Task Who_may_not_uncover_numbers_gets_none_in_a_file_either()
    {
        await using var host = await AdminHost.Start();
        await host.Seed.Registration();
        using var viewer = await host.SignedIn(role: StaffRole.Viewer);

        var token = (await viewer.Fill("/cuenta", "/salir")).Fields.Single(f => f.Name == "__RequestVerificationToken");
        using var answer = await viewer.Post("/registros/descargar", token, ("como", "csv"), ("datos", "1"));

        Assert.Contains("/sin-permiso", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notes_are_read_by_colleagues_with_who_wrote_them()
    {
        await using var host = await AdminHost.Start();
        var registration = await host.Seed.Registration();
        using var visitor = await host.SignedIn();
        var path = $"/registros/{registration.Value}";

        (await visitor.Submit(path, $"{path}/nota", ("texto", "Llamé; <vuelve> el martes."))).Dispose();
        using var empty = await visitor.Submit(path, $"{path}/nota", ("texto", "   "));
        var page = await visitor.Read(path);

        Assert.Contains("Llamé; <vuelve> el martes.", page, StringComparison.Ordinal);
        Assert.Contains("nota-vacia", empty.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_kept_under_a_name_by_its_owner_alone()
    {
        await using var host = await AdminHost.Start();
        using var visitor = await host.SignedIn();
        using var other = await host.SignedIn("Eva Rojas", "eva@ejemplo.gob.pa");

        (await visitor.Submit("/registros?estado=recibido&region=PA-2", "/registros/vistas", ("nombre", "Coclé nuevos"))).Dispose();
        var own = await visitor.Read("/registros");
        using var stranger = await other.Submit("/registros", "/registros/vistas", ("nombre", "malo"), ("direccion", "https://malo.example"));

        Assert.Contains("Coclé nuevos</a>", own, StringComparison.Ordinal);
        Assert.Contains("\"/registros?region=PA-2&estado=recibido\"", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Coclé nuevos", await other.Read("/registros"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_registrations_of_one_woman_are_compared_united_and_parted_again_without_telling_her()
    {
        await using var host = await AdminHost.Start();
        var contact = await host.Seed.Contact();
        var first = await host.Seed.Registration(contact: contact);
        var second = await host.Seed.Registration("Maria Elena", "Peres", phone: "+50761234567", contact: await host.Seed.Contact("whatsapp:+50768880000"));
        using var visitor = await host.SignedIn();
        var compare = $"/registros/{first.Value}/comparar/{second.Value}";

        var reasons = await visitor.Read($"/registros/{first.Value}");
        var table = await visitor.Read(compare);
        (await visitor.Submit(compare, "unir-este")).Dispose();
        var united = await Statuses(host, first, second);
        (await visitor.Submit(compare, "separar")).Dispose();

        Assert.Contains("Mismo documento; mismo teléfono.", reasons, StringComparison.Ordinal);
        Assert.Contains("(igual)", table, StringComparison.Ordinal);
        Assert.DoesNotContain("8-123-456", table, StringComparison.Ordinal);
        Assert.Equal([RegistrationStatus.Received, RegistrationStatus.Closed], united);
        Assert.Equal([RegistrationStatus.Received, RegistrationStatus.Received], await Statuses(host, first, second));
        Assert.Equal(0, await host.Seed.Ask<MessagingDb, int>(db => db.Messages.CountAsync()));
    }

    [Fact]
    public async Task Two_women_told_apart_are_not_offered_again()
    {
        await using var host = await AdminHost.Start();
        var (first, second) = (await host.Seed.Registration(), await host.Seed.Registration("Otra", "Mujer"));
        using var visitor = await host.SignedIn();

        (await visitor.Submit($"/registros/{first.Value}/comparar/{second.Value}", "distintas")).Dispose();

        Assert.DoesNotContain("puede ser de ella", await visitor.Read($"/registros/{first.Value}"), StringComparison.Ordinal);
        Assert.DoesNotContain("puede ser de ella", await visitor.Read($"/registros/{second.Value}"), StringComparison.Ordinal);
    }

    private static async Task<List<RegistrationStatus>> Statuses(AdminHost host, params RegistrationId[] ids)
    {
        var statuses = new List<RegistrationStatus>();
        foreach (var id in ids) statuses.Add(await host.Seed.Ask<ProgrammeDb, RegistrationStatus>(db => db.Registrations.Where(r => r.Id == id).Select(r => r.Status).SingleAsync()));
        return statuses;
    }
}
