using System.Net;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Testing;

namespace CoopAssistant.Admin.Tests.Groups;

public class GroupPagesTests
{
    [Fact]
    public async Task Staff_accept_a_proposal_and_the_women_are_asked()
    {
        await using var host = await AdminHost.Start();
        await host.Seed.GroupsAndPlaces();
        using var visitor = await host.SignedIn();
        Assert.Contains("Tejido e hilado en El Alto", await visitor.Read("/grupos/propuestas"), StringComparison.Ordinal);
        const string address = "/grupos/propuestas/ver?pais=BO&clave=BO-L.020105%7CTEX%7Ces";
        var page = await visitor.Read(address);
        Assert.Contains("faltan 4", page, StringComparison.Ordinal);
        var first = page.Split("name=\"mujer\" value=\"")[1].Split('"')[0];

        using var nobody = await visitor.Submit(address, "aceptar", ("nombre", "Las de El Alto"));
        Assert.Contains("Elija por lo menos a una mujer", WebUtility.HtmlDecode(await nobody.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using var accepted = await visitor.Submit(address, "aceptar", ("nombre", "Las de El Alto"), ("mujer", first));

        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        var group = new GroupId(Guid.Parse(accepted.Headers.Location!.OriginalString.Split("/grupos/")[1].Split('?')[0]));
        var stored = await host.Seed.Stored(group);
        Assert.Equal(("Las de El Alto", 1, MemberState.Invited), (stored.Name, stored.Members.Count, stored.Members[0].State));
    }

    [Fact]
    public async Task A_proposal_is_dismissed_with_a_reason_and_brought_back()
    {
        await using var host = await AdminHost.Start();
        await host.Seed.GroupsAndPlaces();
        using var visitor = await host.SignedIn();

        using var dismissed = await visitor.Submit("/grupos/propuestas/ver?pais=BO&clave=BO-L.020105%7CTEX%7Ces", "descartar", ("motivo", "viven lejos"));

        var page = await visitor.Read("/grupos/propuestas");
        Assert.Contains("viven lejos", page, StringComparison.Ordinal);
        Assert.Contains("vuelve cuando haya 8", page, StringComparison.Ordinal);
        using var restored = await visitor.Submit("/grupos/propuestas", "/grupos/propuestas/recuperar");
        Assert.DoesNotContain("viven lejos", await visitor.Read("/grupos/propuestas"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_are_invited_by_folio_appointed_and_let_go_with_a_reason()
    {
        await using var host = await AdminHost.Start();
        var group = await host.Seed.Group("Manos");
        var (ana, eva) = (await host.Seed.Woman("Ana", "Rojas"), await host.Seed.Woman("Eva", "Ruiz"));
        await host.Seed.Do<JoinGroup>(j => j.Handle(group, ana.Participant, false, CancellationToken.None));
        using var visitor = await host.SignedIn();
        var page = $"/grupos/{group.Value}";

        using var asked = await visitor.Submit(page, $"{page}/invitar", ("folio", eva.Folio));
        var (_, token) = await visitor.Fill(page, $"{page}/invitar");
        using var leads = await visitor.Post($"{page}/socia", [.. token, ("mujer", ana.Participant.Value.ToString()), ("hacer", "coordina")]);
        using var without = await visitor.Post($"{page}/socia", [.. token, ("mujer", ana.Participant.Value.ToString()), ("hacer", "sale"), ("motivo", " ")]);

        Assert.EndsWith("aviso=invitada", asked.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.EndsWith("aviso=guardado", leads.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.EndsWith("aviso=falta-motivo", without.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var read = await visitor.Read(page);
        Assert.Contains("Coordinadora", read, StringComparison.Ordinal);
        Assert.Contains("Invitada, aún no responde", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_of_another_country_reach_no_page_and_no_act_of_a_group()
    {
        await using var host = await AdminHost.Start();
        var (group, community) = await host.Seed.GroupsAndPlaces();
        var ana = (await host.Seed.Stored(new GroupId(group))).Members[0].ParticipantId.Value.ToString();
        using var insider = await host.SignedIn();
        using var stranger = await host.SignedIn("Wilma Quispe", "wilma@ejemplo.gob.bo", "BO");
        var (_, token) = await stranger.Fill("/grupos/nuevo", "nuevo");

        foreach (var path in new[] { $"/grupos/{group}", $"/comunidades/{community}" })
        {
            using var page = await stranger.Get(path);
            Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        }
        foreach (var path in new[] { "/grupos", "/comunidades", "/lugares", "/lugares/demanda" })
        {
            var seen = await stranger.Read(path);
            Assert.DoesNotContain("Tejedoras de Antón", seen, StringComparison.Ordinal);
            Assert.DoesNotContain("El Valle", seen, StringComparison.Ordinal);
            Assert.DoesNotContain("allá en la loma", seen, StringComparison.Ordinal);
        }
        foreach (var (act, name, value) in new[] { ("mover", "paso", "Dissolve"), ("socia", "hacer", "sale"), ("invitar", "folio", "PA-1234-5678") })
        {
            using var answer = await stranger.Post($"/grupos/{group}/{act}", [.. token, (name, value), ("mujer", ana), ("motivo", "porque sí")]);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        Assert.Equal(GroupState.Forming, (await host.Seed.Stored(new GroupId(group))).State);
    }

    [Fact]
    public async Task Nothing_is_done_without_the_pages_token()
    {
        await using var host = await AdminHost.Start();
        var group = await host.Seed.Group("Manos");
        using var visitor = await host.SignedIn();

        using var answer = await visitor.Post($"/grupos/{group.Value}/mover", ("paso", "Recognise"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(GroupState.Forming, (await host.Seed.Stored(group)).State);
    }

    [Fact]
    public async Task A_new_group_keeps_what_was_typed_until_it_is_right()
    {
        await using var host = await AdminHost.Start();
        using var visitor = await host.SignedIn();

        using var wrong = await visitor.Submit("/grupos/nuevo", "nuevo", ("Sent.Name", "Manos de Coclé"), ("Sent.Place", "Atlantis"), ("Sent.Rubro", "TEX"));
        var page = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync());
        using var right = await visitor.Submit("/grupos/nuevo", "nuevo", ("Sent.Name", "Manos de Coclé"), ("Sent.Place", "anton, coclé"), ("Sent.Rubro", "TEX"));

        Assert.Contains("Ese lugar no está en la lista", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Manos de Coclé\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Contains("Manos de Coclé", await visitor.Read("/grupos?q=manos"), StringComparison.Ordinal);
    }
}
