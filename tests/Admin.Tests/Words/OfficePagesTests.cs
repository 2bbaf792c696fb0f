using CoopAssistant.Data.Staff;
using CoopAssistant.Messaging.Words;
using CoopAssistant.Programme.Packs;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Admin.Tests.Words;

/// <summary>Offices open, change and close at the desk, and the whole app knows them at once.</summary>
public sealed class OfficePagesTests : IAsyncLifetime
{
    private const string Santiago = "/textos/oficina/santiago?pais=PA";

    private AdminHost host = null!;
    private Visitor ana = null!;

    public async Task InitializeAsync()
    {
        host = await AdminHost.Start();
        ana = await host.SignedIn();
    }

    public async Task DisposeAsync()
    {
        ana.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_new_office_is_drafted_published_and_known_to_hours_posters_lists_and_accounts()
    {
        await Opens(ana, "la oficina de Santiago", "Santiago, Veraguas");
        Assert.DoesNotContain("Oficina de Santiago", await ana.Read("/horarios"), StringComparison.OrdinalIgnoreCase);

        using var published = await Writes(ana, "publicar", "Santiago, Veraguas");

        Assert.Contains("aviso=texto-publicado", published.Headers.Location!.OriginalString, StringComparison.Ordinal);
        foreach (var page in new[] { "/horarios", "/afiches", "/registros/listas", "/personal/nueva", "/textos?tipo=oficina" })
            Assert.Contains("La oficina de Santiago", await ana.Read(page), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Atiende: Santiago, Veraguas", await ana.Read("/textos/oficina/santiago/historial?pais=PA"), StringComparison.Ordinal);
        Assert.Equal("santiago", Packs.Find("PA")!.Offices.For("PA-9.santiago").Code);

        var registration = await host.Seed.Registration("Yamileth", "Ortega", region: "PA-9", place: "PA-9.santiago", document: null);
        using var eva = await host.SignedIn("Eva Rojas", "eva@ejemplo.gob.pa", "PA", StaffRole.Registrar, office: "santiago");
        Assert.Contains(registration.Value.ToString(), await eva.Read("/registros"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_office_with_accounts_stays_until_they_work_elsewhere_and_then_goes()
    {
        await Opens(ana, "la oficina de Santiago", "Santiago, Veraguas");
        (await Writes(ana, "publicar", "Santiago, Veraguas")).Dispose();
        await host.Staff("Eva Rojas", "eva@ejemplo.gob.pa", "PA", StaffRole.Registrar, office: "santiago");

        using var kept = await Closes("santiago");
        await host.Seed.Do<Data.CoopDbContext>(async db =>
        {
            db.Users.Single(u => u.OfficeCode == "santiago").OfficeCode = "veraguas";
            await db.SaveChangesAsync();
        });
        using var gone = await Closes("santiago");

        Assert.Contains("aviso=oficina-con-cuentas", kept.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("aviso=oficina-quitada", gone.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("veraguas", Packs.Find("PA")!.Offices.For("PA-9.santiago").Code);
        Assert.DoesNotContain("Oficina de Santiago", await ana.Read("/horarios"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Quitar esta oficina", await ana.Read("/textos/oficina/central?pais=PA"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_office_answers_for_counts_at_once_for_who_is_signed_in()
    {
        var registration = await host.Seed.Registration("Yamileth", "Ortega", region: "PA-8", place: "PA-8.chiman", document: null);
        using var eva = await host.SignedIn("Eva Rojas", "eva@ejemplo.gob.pa", "PA", StaffRole.Registrar, office: "panama-este");
        Assert.Contains(registration.Value.ToString(), await eva.Read("/registros"), StringComparison.Ordinal);

        using var published = await Writes(ana, "publicar", "/textos/oficina/panama-este?pais=PA", "la oficina de Panamá Este", "Chepo, Panamá");

        Assert.Contains("aviso=texto-publicado", published.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain(registration.Value.ToString(), await eva.Read("/registros"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_writes_for_a_region_opens_and_changes_offices_there_reads_the_rest_and_is_told_why()
    {
        using var bea = await host.SignedIn("Bea Ríos", "bea@ejemplo.gob.pa", "PA", StaffRole.ContentEditor, region: "PA-2");
        var token = (await bea.Fill("/cuenta", "/salir")).Fields.Single(field => field.Name == "__RequestVerificationToken");

        using var changed = await Writes(bea, "publicar", "/textos/oficina/cocle?pais=PA", "la oficina de Coclé", "Coclé");
        using var outside = await Writes(bea, "guardar", "/textos/oficina/cocle?pais=PA", "la oficina de Coclé", "Coclé", "Herrera");
        await Opens(bea, "la oficina de Antón", "Antón, Coclé");
        using var elsewhere = await bea.Submit("/textos/oficina", "nueva", ("nombre", "la oficina de Santiago"), ("lugar", "Santiago, Veraguas"));
        using var foreign = await bea.Post("/textos/oficina/herrera?pais=PA", ("_handler", "texto"), token, ("version", "0"), ("base", "0"), ("hacer", "guardar"), ("nombre", "mía"), ("lugar1", "Coclé"));
        using var closed = await bea.Post("/textos/oficina/herrera/quitar?pais=PA", token, ("version", "0"));
        using var lines = await bea.Post("/textos/emergencia/lineas/descartar?pais=PA", token, ("version", "0"));

        Assert.Contains("aviso=texto-publicado", changed.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("aviso=oficina-fuera", outside.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("Ese lugar no está en su territorio", System.Net.WebUtility.HtmlDecode(await elsewhere.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("aviso=fuera-de-territorio", closed.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("aviso=fuera-de-territorio", lines.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var drafts = (await host.Seed.Ask<ReadWords, IReadOnlyList<DeskWords>>(read => read.All(CancellationToken.None))).Where(words => words.IsDraft).Select(words => words.Key.Name);
        Assert.Equal(["anton"], drafts);
        Assert.Contains("Esta oficina atiende lugares fuera de su territorio", await bea.Read("/textos/oficina/herrera?pais=PA"), StringComparison.Ordinal);
        Assert.Contains("su cuenta es de una parte", await bea.Read("/textos/texto/menu.title"), StringComparison.Ordinal);
        Assert.Contains("Usted cambia las oficinas de su territorio", await bea.Read("/textos"), StringComparison.Ordinal);
    }

    private ProgrammePacks Packs => host.Services.GetRequiredService<ProgrammePacks>();

    private static async Task Opens(Visitor who, string name, string place)
    {
        using var begun = await who.Submit("/textos/oficina", "nueva", ("nombre", name), ("lugar", place));
        Assert.NotNull(begun.Headers.Location);
    }

    private static Task<HttpResponseMessage> Writes(Visitor who, string act, string place) => Writes(who, act, Santiago, "la oficina de Santiago", place);

    private static Task<HttpResponseMessage> Writes(Visitor who, string act, string page, string name, params string[] places) => who.Submit(
        page, "texto", [("hacer", act), ("nombre", name), ("pueblo", ""), ("direccion", ""), ("telefono", ""), ("nota", ""), ("revision", ""), .. places.Select((place, at) => ($"lugar{at + 1}", place))]);

    private async Task<HttpResponseMessage> Closes(string office)
    {
        var address = $"/textos/oficina/{office}/quitar?pais=PA";
        return await ana.Submit($"/textos/oficina/{office}?pais=PA", address);
    }
}
