using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CoopAssistant.Data.Staff;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Registrations.PaperLists;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Admin.Tests.PaperLists;

public partial class PaperListTests
{
    private const string Header = "Nombres;Apellidos;Año de nacimiento;Provincia o comarca;Distrito;Comunidad;Actividad;Ya está en un grupo;Cédula;Teléfono para llamarla;Acepta que guardemos sus datos;Fecha en que aceptó;Quién le preguntó\n";
    private const string Luz = "Luz Marina;Ábrego;1985;Coclé;Antón;El Valle;Tejido;no;8-765-432;6123-4567;sí;3/5/2026;Rosa Díaz\n";
    private const string Eva = "Eva;Santos;1990;Veraguas;;La Colorada;Agricultura;no;;;si;04-05-2026;Rosa Díaz\n";
    private const string Declined = "Olga;Reyes;1970;Coclé;Antón;El Valle;Tejido;no;9-111-222;;no;3/5/2026;Rosa Díaz\n";

    [Fact]
    public async Task A_list_is_checked_imported_and_found_with_office_and_consent()
    {
        await using var host = await AdminHost.Start();
        using var visitor = await host.SignedIn();

        var (list, result) = await Upload(host, visitor, Header + Luz + Eva + Declined);
        var before = await Count(host);
        await Import(host, visitor, list);
        var registered = await host.Seed.Ask<ProgrammeDb, List<Registration>>(db => db.Registrations.OrderBy(r => r.SearchName).ToListAsync());
        var page = await visitor.Read($"/registros/{registered[1].Id.Value}");

        Assert.Contains("2 filas listas", result, StringComparison.Ordinal);
        Assert.Contains("1 mujer no aceptó: no se guarda nada de ellas (fila 4)", result, StringComparison.Ordinal);
        Assert.Equal(0, before);
        Assert.Equal(["eva santos", "luz marina abrego"], registered.Select(r => r.SearchName));
        Assert.Equal(["PA-9", "PA-2.anton"], registered.Select(r => r.PlaceCode));
        Assert.Contains("Llegó en una lista en papel", page, StringComparison.Ordinal);
        Assert.Contains("Coclé. Aceptó el 3 may 2026; lo anotó Rosa Díaz.", page, StringComparison.Ordinal);
        Assert.Contains("importó", await visitor.Read("/auditoria?ver=cambios"), StringComparison.Ordinal);
        Assert.Equal(0, await host.Seed.Ask<ProgrammeDb, int>(db => db.PaperRows.CountAsync(r => r.DraftJson != null)));
        Assert.DoesNotContain("Olga", await Everything(host), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_bad_line_is_named_with_what_to_do_and_nothing_of_it_is_kept()
    {
        await using var host = await AdminHost.Start();
        using var visitor = await host.SignedIn();

        var (list, result) = await Upload(host, visitor, Header
            + "Ana;Ruiz;2024;Coclé;Antón;El Valle;Tejido;no;;;sí;3/5/2026;Rosa\n"
            + ";Ruiz;1980;Coclé;Antón;El Valle;Tejido;quizás;12;;sí;3/5/2026;Rosa\n"
            + "Ana;Ruiz;1980;Narnia;;El Valle;Tejido;no;;;;31/12/2999;\n");

        Assert.Null(list);
        Assert.Contains("3 filas con problemas", result, StringComparison.Ordinal);
        Assert.Contains("Fila 2</td>", result, StringComparison.Ordinal);
        Assert.Contains("«Año de nacimiento» dice «2024». Con ese año sería menor de edad", result, StringComparison.Ordinal);
        Assert.Contains("«Nombres» está vacía. Escríbala.", result, StringComparison.Ordinal);
        Assert.Contains("«Ya está en un grupo» dice «quizás». Elija Sí o No.", result, StringComparison.Ordinal);
        Assert.Contains("«Cédula» dice «•2». Ese número no parece completo.", result, StringComparison.Ordinal);
        Assert.Contains("«Provincia o comarca» dice «Narnia».", result, StringComparison.Ordinal);
        Assert.Contains("sin su respuesta no se puede registrar", result, StringComparison.Ordinal);
        Assert.Contains("No puede ser un día que no ha llegado", result, StringComparison.Ordinal);
        Assert.Contains("«Quién le preguntó» está vacía.", result, StringComparison.Ordinal);
        Assert.Equal(0, await host.Seed.Ask<ProgrammeDb, int>(db => db.PaperRows.CountAsync()));
    }

    [Fact]
    public async Task The_same_list_again_registers_nobody_twice_and_who_may_be_known_is_marked()
    {
        await using var host = await AdminHost.Start();
        await host.Seed.Registration("Luz", "Ábrego", document: "8-765-432", phone: null);
        using var visitor = await host.SignedIn();
        var (first, result) = await Upload(host, visitor, Header + Luz + Eva + Eva);
        await Import(host, visitor, first);

        var (second, again) = await Upload(host, visitor, Header + Eva + Luz);

        Assert.Contains("1 mujer puede estar ya registrada", result, StringComparison.Ordinal);
        Assert.Contains("1 fila ya estaba", result, StringComparison.Ordinal);
        Assert.Null(second);
        Assert.Contains("0 filas listas", again, StringComparison.Ordinal);
        Assert.Contains("2 filas ya estaban", again, StringComparison.Ordinal);
        Assert.Equal(3, await Count(host));
        Assert.Equal(2, await host.Seed.Ask<ProgrammeDb, int>(db => db.Registrations.CountAsync(r => r.HasDuplicateDocument)));
    }

    [Fact]
    public async Task A_whole_import_is_undone_while_nothing_happened_and_not_after()
    {
        await using var host = await AdminHost.Start();
        var known = await host.Seed.Registration("Luz", "Ábrego", document: "8-765-432", phone: null);
        using var visitor = await host.SignedIn();
        var (first, _) = await Upload(host, visitor, Header + Luz + Eva);
        await Import(host, visitor, first);

        using var undone = await visitor.Submit($"/registros/listas/{first}", $"/registros/listas/{first}/deshacer");
        var left = await Count(host);
        var flagged = await host.Seed.Ask<ProgrammeDb, bool>(db => db.Registrations.Where(r => r.Id == known).Select(r => r.HasDuplicateDocument).SingleAsync());
        var (second, _) = await Upload(host, visitor, Header + Luz + Eva);
        await Import(host, visitor, second);
        var eva = await host.Seed.Ask<ProgrammeDb, RegistrationId>(db => db.Registrations.Where(r => r.SearchName == "eva santos").Select(r => r.Id).SingleAsync());
        await host.Seed.Do<MoveRegistration>(move => move.Handle(new(eva, RegistrationTrigger.Review, "ana", null), CancellationToken.None));
        using var refused = await visitor.Submit($"/registros/listas/{second}", $"/registros/listas/{second}/deshacer");

        Assert.EndsWith("aviso=lista-deshecha", undone.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, left);
        Assert.False(flagged);
        Assert.EndsWith("aviso=lista-en-uso", refused.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(3, await Count(host));
    }

    [Fact]
    public async Task Lists_stay_in_their_territory()
    {
        await using var host = await AdminHost.Start();
        using var everywhere = await host.SignedIn();
        using var cocle = await host.SignedIn("Eva Rojas", "eva@ejemplo.gob.pa", "PA", StaffRole.Registrar, office: "cocle");
        using var bolivia = await host.SignedIn("Luz Mamani", "luz@ejemplo.gob.bo", "BO", StaffRole.Registrar);

        var (list, result) = await Upload(host, cocle, Header + Luz + Eva);
        var strange = await Send(everywhere, Header + Luz, "PA/no-existe");
        using var hidden = await bolivia.Get($"/registros/listas/{list}");

        Assert.Contains("1 fila es de fuera de su territorio", result, StringComparison.Ordinal);
        Assert.Contains("Elija la oficina.", strange, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.DoesNotContain("value=\"PA/cocle\"", await bolivia.Read("/registros/listas"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_template_holds_a_column_for_each_question_but_the_secret_and_comes_back_as_it_is()
    {
        await using var host = await AdminHost.Start();
        using var visitor = await host.SignedIn();
        using var template = await visitor.Get("/registros/listas/plantilla.xlsx?pais=PA");
        var csv = await visitor.Read("/registros/listas/plantilla.csv?pais=BO");

        var sheet = CoopAssistant.Admin.PaperLists.SheetReader.Read(await template.Content.ReadAsByteArrayAsync(), 10);
        var empty = await Send(visitor, await template.Content.ReadAsByteArrayAsync(), "PA/cocle");

        Assert.Contains("Cédula", sheet.Lines[0].Cells);
        Assert.DoesNotContain(sheet.Lines[0].Cells, heading => heading.Contains("Clave", StringComparison.Ordinal));
        Assert.Contains("Quién le preguntó", csv, StringComparison.Ordinal);
        Assert.Contains("0 filas listas", empty, StringComparison.Ordinal);
        Assert.Contains("Faltan estas columnas: «Nombres»", await Send(visitor, "hola;mundo\n1;2\n", "PA/cocle"), StringComparison.Ordinal);
    }

    private static async Task<(long? List, string Result)> Upload(AdminHost host, Visitor visitor, string csv)
    {
        var result = await Send(visitor, csv, "PA/cocle");
        return (ListLink().Match(result) is { Success: true } link ? long.Parse(link.Groups["id"].Value, System.Globalization.CultureInfo.InvariantCulture) : null, result);
    }

    private static Task<string> Send(Visitor visitor, string csv, string office) => Send(visitor, Encoding.UTF8.GetBytes(csv), office);

    private static async Task<string> Send(Visitor visitor, byte[] file, string office)
    {
        var (action, fields) = await visitor.Fill("/registros/listas", "revisar");
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        form.Add(new StringContent(office), "oficina");
        form.Add(new ByteArrayContent(file), "archivo", "lista de mayo.csv");
        using var answer = await visitor.Post(action, form);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static async Task Import(AdminHost host, Visitor visitor, long? list)
    {
        (await visitor.Submit($"/registros/listas/{list}", $"/registros/listas/{list}/importar")).Dispose();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await host.Seed.Ask<ProgrammeDb, bool>(db => db.PaperLists.AnyAsync(l => l.State == PaperListState.Importing))) await Task.Delay(20, patience.Token);
    }

    private static Task<int> Count(AdminHost host) => host.Seed.Ask<ProgrammeDb, int>(db => db.Registrations.CountAsync());

    /// <summary>All that is stored of lists and women.</summary>
    private static Task<string> Everything(AdminHost host) => host.Seed.Ask<ProgrammeDb, string>(async db => string.Join('\n',
        (await db.PaperRows.Select(r => r.DraftJson + r.Key + r.ConsentBy).ToListAsync()).Concat(await db.Participants.Select(p => p.GivenNames).ToListAsync()).Concat(await db.ChangeEntries.Select(c => c.Detail ?? "").ToListAsync())));

    [GeneratedRegex("href=\"/registros/listas/(?<id>[0-9]+)\">Ver l", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListLink();
}
