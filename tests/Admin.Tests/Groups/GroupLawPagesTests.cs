using System.Net;
using CoopAssistant.Data.Staff;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Audit;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Testing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Admin.Tests.Groups;

/// <summary>The legal checklist, files, papers and offices of a group in the admin app.</summary>
public class GroupLawPagesTests
{
    [Fact]
    public async Task A_step_is_ticked_corrected_and_its_last_days_become_work_on_the_first_page()
    {
        await using var host = await AdminHost.Start();
        var group = await host.Seed.Group("Tejedoras de El Alto", country: "BO", place: "BO-L.020105");
        using var visitor = await host.SignedIn();
        var page = $"/grupos/{group.Value}/tramite";
        async Task<HttpResponseMessage> Act(string code, string what, string day, string note)
        {
            var (action, fields) = await visitor.Fill(page, page + "/anotar");
            return await visitor.Post(action, [.. fields.Where(f => f.Name != "codigo"), ("codigo", code), ("hacer", what), ("dia", day), ("nota", note)]);
        }
        var longAgo = host.Clock.GetUtcNow().AddDays(-100).ToString("yyyy-MM-dd");

        using var without = await Act("asamblea", "hecho", longAgo, "");
        using var done = await Act("asamblea", "hecho", longAgo, "ya eran diez");
        using var future = await Act("curso", "hecho", host.Clock.GetUtcNow().AddDays(9).ToString("yyyy-MM-dd"), "");

        Assert.Contains("aviso=falta-motivo-ley", without.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("aviso=guardado", done.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("aviso=dia-no", future.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var read = await visitor.Read(page);
        Assert.Contains("1 de 8 pasos hechos", read, StringComparison.Ordinal);
        Assert.Contains("90 días después de «Asamblea de constitución»", read, StringComparison.Ordinal);
        Assert.Contains("Atrasado", read, StringComparison.Ordinal);
        Assert.Contains("Personalidad jurídica de una cooperativa de base, 800 Bs", read, StringComparison.Ordinal);
        Assert.Contains("1 ya pasó", await visitor.Read("/"), StringComparison.Ordinal);
        Assert.Contains("Solicitud a AFCOOP", await visitor.Read("/grupos/plazos"), StringComparison.Ordinal);

        using var corrected = await Act("asamblea", "corregir", "", "era otro grupo");
        Assert.Contains("Se corrigió: «Asamblea de constitución» no se hizo", await visitor.Read(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Solicitud a AFCOOP", await visitor.Read("/grupos/plazos"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Late_steps_of_groups_stand_on_the_first_page_of_who_leads_groups()
    {
        await using var host = await AdminHost.Start();
        var group = await host.Seed.Group("Manos");
        await host.Seed.Do<ChangeStep>(c => c.Begin(new(group, "PA-1.1", "x", null, null), CancellationToken.None));
        host.Clock.Pass(TimeSpan.FromDays(40));
        using var leader = await host.SignedIn(role: StaffRole.RegionalDirector, country: "PA", office: "cocle");
        using var viewer = await host.SignedIn("Vera Paz", "vera@ejemplo.gob.pa", role: StaffRole.Viewer);

        var start = await leader.Read("/");

        Assert.Contains("paso de un grupo está atrasado", start, StringComparison.Ordinal);
        Assert.Contains("Estudio socioeconómico", start, StringComparison.Ordinal);
        Assert.DoesNotContain("paso de un grupo", await viewer.Read("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_kept_handed_out_as_downloads_and_written_down_as_seen()
    {
        await using var host = await AdminHost.Start();
        var group = await host.Seed.Group("Manos");
        using var visitor = await host.SignedIn();
        var page = $"/grupos/{group.Value}/archivos";

        Assert.Contains("aviso=archivo-guardado", await Upload(visitor, page, "acta.pdf", "%PDF-1.7 acta"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("aviso=archivo-ya-esta", await Upload(visitor, page, "acta.pdf", "%PDF-1.7 acta"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("aviso=archivo-tipo", await Upload(visitor, page, "acta.pdf", "<html>"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("aviso=archivo-vacio", await Upload(visitor, page, "acta.pdf", []), StringComparison.Ordinal);
        Assert.Contains("aviso=archivo-grande", await Upload(visitor, page, "acta.pdf", new byte[35_000_000]), StringComparison.Ordinal);

        var address = FileAddress(await visitor.Read(page), page);
        using var file = await visitor.Get(address);
        Assert.Equal("%PDF-1.7 acta", await file.Content.ReadAsStringAsync());
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(1, await host.Seed.Ask<ProgrammeDb, int>(db => db.ChangeEntries.CountAsync(e => e.Action == ChangeAction.SawFile && e.SubjectId == group.Value.ToString())));

        using var removed = await visitor.Submit(page, address + "/quitar", ("motivo", "era de otro grupo"));
        Assert.Contains("aviso=archivo-quitado", removed.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("era de otro grupo", await visitor.Read(page), StringComparison.Ordinal);
        using var gone = await visitor.Get(address);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task A_paper_is_filled_with_the_group_and_shows_documents_only_with_permission_and_a_trace()
    {
        await using var host = await AdminHost.Start();
        var group = await host.Seed.Group("Manos *de* <Coclé> & {grupo}");
        var ana = await host.Seed.Woman("Ana_Lucía", "Rojas | Mora", document: "8-123-456");
        await host.Seed.Do<JoinGroup>(j => j.Handle(group, ana.Participant, false, CancellationToken.None));
        await host.Seed.Law(group, ana.Participant);
        using var visitor = await host.SignedIn();

        using var answer = await visitor.Get($"/grupos/{group.Value}/documentos/acta");
        using var document = WordprocessingDocument.Open(await answer.Content.ReadAsStreamAsync(), isEditable: false);
        var (main, errors) = (document.MainDocumentPart!, new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}").ToList());

        Assert.Empty(errors);
        Assert.Contains("BORRADOR", main.HeaderParts.Single().Header.InnerText, StringComparison.Ordinal);
        Assert.Contains("abogada", main.HeaderParts.Single().Header.InnerText, StringComparison.Ordinal);
        var text = main.Document.Body!.InnerText;
        Assert.Contains("Cooperativa: Manos *de* <Coclé> & {grupo}, R. L.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{estatuto}", text, StringComparison.Ordinal);
        var tables = main.Document.Body.Elements<Table>().ToList();
        Assert.Contains(tables[0].Elements<TableRow>(), row => row.InnerText == "Junta de directoresPresidentaAna_Lucía Rojas | Mora");
        Assert.Equal(["1", "Ana_Lucía Rojas | Mora", "8-123-456", ""], tables[1].Elements<TableRow>().Last().Elements<TableCell>().Select(cell => cell.InnerText));
        Assert.Equal(1, await host.Seed.Ask<ProgrammeDb, int>(db => db.AccessEntries.CountAsync(e => e.RegistrationId == ana.Registration && e.What == "documento")));
        using var none = await visitor.Get($"/grupos/{group.Value}/documentos/testamento");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task A_colleague_of_another_region_and_who_only_looks_reach_nothing_that_is_not_theirs()
    {
        await using var host = await AdminHost.Start();
        var (group, _) = await host.Seed.GroupsAndPlaces();
        using var insider = await host.SignedIn();
        var page = $"/grupos/{group}";
        var file = FileAddress(await insider.Read(page + "/archivos"), page + "/archivos");
        using var elsewhere = await host.SignedIn("Luz Soto", "luz@ejemplo.gob.pa", "PA", StaffRole.RegionalDirector, region: "PA-4");
        using var viewer = await host.SignedIn("Vera Paz", "vera@ejemplo.gob.pa", role: StaffRole.Viewer);
        using var ally = await host.SignedIn("Alba Paz", "alba@ejemplo.gob.pa", role: StaffRole.Ally);
        string[] reads = [page + "/archivos", file, page + "/documentos/fundadoras"];
        var traces = await host.Seed.Ask<ProgrammeDb, int>(db => db.AccessEntries.CountAsync());

        foreach (var path in reads.Concat([page + "/tramite", page + "/cooperativa"]))
        {
            using var answer = await elsewhere.Get(path);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, path);
        }
        foreach (var path in reads)
        {
            using var refused = await viewer.Get(path);
            Assert.Contains("/sin-permiso", refused.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("Tejedoras", await elsewhere.Read("/grupos/plazos"), StringComparison.Ordinal);
        Assert.DoesNotContain("Anotar", await viewer.Read(page + "/tramite"), StringComparison.Ordinal);
        foreach (var path in reads.Concat([page, page + "/tramite", page + "/cooperativa"]))
        {
            using var refused = await ally.Get(path);
            Assert.Contains("/sin-permiso", refused.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }

        var (_, token) = await elsewhere.Fill("/cuenta", "/salir");
        var (_, looks) = await viewer.Fill("/cuenta", "/salir");
        foreach (var (path, fields) in new (string, (string, string)[])[]
        {
            (page + "/tramite/anotar", [("codigo", "nota"), ("hacer", "hecho"), ("dia", "2026-01-01"), ("nota", "x")]),
            (page + "/cargos", [("cargo", "1"), ("hacer", "terminar"), ("dia", "2026-01-01"), ("nota", "x")]),
            (file + "/quitar", [("motivo", "x")]),
        })
        {
            using var refused = await elsewhere.Post(path, [.. token, .. fields]);
            Assert.True(refused.StatusCode == HttpStatusCode.NotFound, path);
            using var also = await viewer.Post(path, [.. looks, .. fields]);
            Assert.Contains("/sin-permiso", also.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }
        using var upload = await elsewhere.Post(page + "/archivos/guardar", Form(token, "x.pdf", "%PDF-9"u8.ToArray()));
        Assert.Equal(HttpStatusCode.NotFound, upload.StatusCode);
        Assert.Equal(traces, await host.Seed.Ask<ProgrammeDb, int>(db => db.AccessEntries.CountAsync()));
    }

    private static string FileAddress(string page, string start) => start + "/" + page.Split($"href=\"{start}/")[1].Split('"')[0];

    private static async Task<string> Upload(Visitor visitor, string page, string name, byte[] bytes)
    {
        var (action, fields) = await visitor.Fill(page, page + "/guardar");
        using var answer = await visitor.Post(action, Form(fields, name, bytes));
        return answer.Headers.Location?.OriginalString ?? answer.StatusCode.ToString();
    }

    private static MultipartFormDataContent Form(IEnumerable<(string Name, string Value)> fields, string name, byte[] bytes)
    {
        var form = new MultipartFormDataContent();
        foreach (var (key, value) in fields) form.Add(new StringContent(value), key);
        form.Add(new ByteArrayContent(bytes), "archivo", name);
        return form;
    }
}
