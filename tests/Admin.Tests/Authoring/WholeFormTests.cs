using System.Net;
using CoopAssistant.Testing;

namespace CoopAssistant.Admin.Tests.Authoring;

/// <summary>Forms whose buttons stand above their fields are taken whole or not at all.</summary>
public class WholeFormTests
{
    [Theory]
    [InlineData("/cursos/gestion-cooperativa/lecciones/5.1", "leccion", "m1")]
    [InlineData("/cursos/gestion-cooperativa/idiomas/quh/5.1", "traducir", "t0")]
    [InlineData("/textos/texto/menu.title", "texto", "texto")]
    [InlineData("/reuniones/nueva", "nueva", "Sent.Find")]
    public async Task A_form_that_was_cut_off_is_refused_and_the_page_stays_as_it_was(string path, string form, string field)
    {
        await using var host = await AdminHost.Start(environment: "Production", courses: Path.Combine(Repository.Root, "content"));
        await host.Seed.Group("Tejedoras de Antón");
        using var visitor = await host.SignedIn();
        await Accounts.SecondStepTests.SetUp(visitor);
        var before = await visitor.Read(path);
        var (action, fields) = await visitor.Fill(path, form, (field, "lo que había llegado"), ("hacer", "guardar"));

        using var answer = await visitor.Post(action, [.. fields.Where(sent => sent.Name != "forma-termina")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("La página no había llegado entera", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.DoesNotContain("lo que había llegado", await visitor.Read(path), StringComparison.Ordinal);
        Assert.DoesNotContain("lo que había llegado", before, StringComparison.Ordinal);
        using var whole = await visitor.Post(action, fields);
        Assert.NotEqual(HttpStatusCode.UnprocessableEntity, whole.StatusCode);
    }
}
