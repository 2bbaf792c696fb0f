using System.Net;
using CoopAssistant.Data.Staff;
using CoopAssistant.Programme;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Admin.Tests.Communities;

public class CommunityPagesTests
{
    [Fact]
    public async Task Staff_explain_a_place_and_it_is_understood()
    {
        await using var host = await AdminHost.Start();
        await host.Seed.GroupsAndPlaces();
        using var visitor = await host.SignedIn();
        Assert.Contains("«allá en la loma»", await visitor.Read("/lugares"), StringComparison.Ordinal);

        using var unsure = await visitor.Submit("/lugares", "explicar-0", ("lugar", "san"));
        using var done = await visitor.Submit("/lugares", "explicar-0", ("lugar", "Antón, Coclé"));

        Assert.Contains("problem", await unsure.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.EndsWith("aviso=entendido", done.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("Todo se entendió", await visitor.Read("/lugares"), StringComparison.Ordinal);
        Assert.Equal("PA-2.anton", await host.Seed.Ask<ProgrammeDb, string>(db => db.PlaceAliases.Select(a => a.PlaceCode).SingleAsync()));
    }

    [Fact]
    public async Task Places_are_explained_page_by_page_and_all_fields_share_one_list()
    {
        await using var host = await AdminHost.Start();
        for (var i = 0; i < 27; i++) await host.Seed.Woman("Rosa", "Ríos", unknownPlace: $"quebrada {(char)('a' + i % 26)}{i}");
        using var visitor = await host.SignedIn("Eva Rojas", "eva@ejemplo.gob.pa", "PA", StaffRole.Registrar);

        var first = await visitor.Read("/lugares");
        using var done = await visitor.Submit("/lugares?pagina=2", "explicar-0", ("lugar", "Antón, Coclé"));
        using var aside = await visitor.Submit("/lugares?pagina=2", "/lugares/apartar");
        var none = await visitor.Read("/lugares?pagina=2");
        var found = await visitor.Read("/lugares?q=QUEBRADA+C");

        Assert.Equal((25, 2), (Count(first, "Es este lugar") - 1, Count(first, "<datalist"))); // one more for a spelling of their own
        Assert.Contains("Página 1 de 2", first, StringComparison.Ordinal);
        Assert.EndsWith("/lugares?pagina=2&aviso=entendido", done.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("/lugares?pagina=2&aviso=apartado", aside.Headers.Location!.OriginalString);
        Assert.Equal(25, Count(none, "Es este lugar") - 1); // nothing is left of the second
        Assert.Equal(1, Count(found, "Es este lugar") - 1);

        static int Count(string page, string what) => page.Split(what).Length - 1;
    }

    [Fact]
    public async Task A_study_with_a_mistake_keeps_what_was_typed()
    {
        await using var host = await AdminHost.Start();
        var community = (await host.Seed.Community("El Valle")).Value;
        using var visitor = await host.SignedIn();

        using var wrong = await visitor.Submit($"/comunidades/{community}", "estudio", ("e.hogares", "unos 40"), ("e.sustento", "café"));
        var page = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync());
        using var right = await visitor.Submit($"/comunidades/{community}", "estudio", ("e.hogares", "40"), ("e.sustento", "café"));

        Assert.Contains("Escriba un número entero", page, StringComparison.Ordinal);
        Assert.Contains("value=\"unos 40\"", page, StringComparison.Ordinal);
        Assert.EndsWith("aviso=guardado", right.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("value=\"40\"", await visitor.Read($"/comunidades/{community}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_priorities_names_its_wrong_lines_and_keeps_the_text()
    {
        await using var host = await AdminHost.Start();
        using var visitor = await host.SignedIn();

        using var wrong = await visitor.Submit("/comunidades/prioridades", "importar", ("pais", "PA"), ("texto", "lugar,comunidad,prioridad,motivo\nAntón,El Valle,7,lista"));
        var page = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync());
        using var right = await visitor.Submit("/comunidades/prioridades", "importar", ("pais", "PA"), ("texto", "lugar,comunidad,prioridad,motivo\nAntón,El Valle,1,lista"));

        Assert.Contains("Línea 2", page, StringComparison.Ordinal);
        Assert.Contains("Antón,El Valle,7,lista", page, StringComparison.Ordinal);
        Assert.Contains("1 comunidad nueva", WebUtility.HtmlDecode(await right.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("El Valle", await visitor.Read("/comunidades"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_community_is_written_down_once_prioritised_and_begun()
    {
        await using var host = await AdminHost.Start();
        using var visitor = await host.SignedIn();
        using var made = await visitor.Submit("/comunidades", "nueva", ("Sent.Name", "El Valle"), ("Sent.Place", "Antón, Coclé"));
        var page = new Uri(host.Address, made.Headers.Location!).AbsolutePath;

        using var again = await visitor.Submit("/comunidades", "nueva", ("Sent.Name", "el valle"), ("Sent.Place", "Antón, Coclé"));
        using var urgent = await visitor.Submit(page, $"{page}/prioridad", ("prioridad", "2"), ("motivo", "sin agua"));
        using var begun = await visitor.Submit(page, $"{page}/mover", ("paso", "Activate"));

        Assert.EndsWith("aviso=ya-existe", again.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.All([urgent, begun], answer => Assert.EndsWith("aviso=guardado", answer.Headers.Location!.OriginalString, StringComparison.Ordinal));
        var read = await visitor.Read(page);
        foreach (var told in new[] { "Activa", "Empezó el trabajo", "Planear visita", "sin agua" }) Assert.Contains(told, read, StringComparison.Ordinal);
    }
}
