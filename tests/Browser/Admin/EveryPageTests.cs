using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Tests;
using CoopAssistant.Data;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Browser.Admin;

[Collection(InChromium.Name)]
public class EveryPageTests(Chromium chromium)
{
    [Theory]
    [InlineData(1280, 800)]
    [InlineData(360, 740)]
    public async Task Every_page_is_accessible_and_fits_the_screen(int width, int height)
    {
        await using var host = await AdminHost.Start(courses: Path.Combine(CoopAssistant.Admin.Tests.Repository.Root, "content"));
        var (registration, ticket) = await AWeekOfWork(host);
        await AtTheDesk.WithADraft(host);
        var (group, community) = await host.Seed.GroupsAndPlaces();
        var (poster, draft, sent) = await host.Seed.Reach(); // while the women's windows are open: a follow-up lets months pass
        var cooperative = await host.Seed.AFollowUp(host.Clock.Pass);
        var meeting = await host.Seed.AWorkshop(host.Clock);
        var ally = await host.Ally(code: "inadeh");
        var (agreement, ofGroup, ofWoman) = await host.Seed.AlliesAtWork(ally, host.Clock);
        var page = await chromium.Open(host.Address, width, height);
        await page.SignIn();
        var twin = await host.Seed.Ask<CoopAssistant.Programme.ProgrammeDb, Guid>(async db => (await db.Registrations.SingleAsync(r => r.SearchName.StartsWith("yamileth"))).Id.Value);
        var colleague = await host.Seed.Ask<CoopDbContext, string>(db => db.Users.Where(u => u.DisplayName == "Eva Rojas").Select(u => u.Id).SingleAsync());

        string[] paths =
        [
            "/afiches", "/afiches?ver=quitados", $"/afiches/{poster}", "/difusiones", "/difusiones/nueva", "/difusiones/precios", $"/difusiones/{draft}", $"/difusiones/{draft}/cambiar", $"/difusiones/{sent}", $"/difusiones/{sent}?ver=no-llego",
            "/", "/registros", "/registros?estado=recibido&q=perez", "/registros?q=nadie-se-llama-asi", $"/registros/{registration}", $"/registros/{registration}?paso=AskForInformation",
            "/conversaciones", "/conversaciones?ver=cerradas", "/conversaciones?ver=pospuestas", "/conversaciones/respuestas", $"/conversaciones/{ticket}", "/envios",
            "/grupos", "/grupos?estado=disuelto", "/grupos/nuevo", "/grupos/propuestas", "/grupos/propuestas/ver?pais=BO&clave=BO-L.020105%7CTEX%7Ces", "/grupos/atrasos", "/grupos/plazos", $"/grupos/{group}",
            $"/grupos/{group}/tramite", $"/grupos/{group}/cooperativa", $"/grupos/{group}/archivos", $"/grupos/{group}/seguimiento", $"/grupos/{cooperative}/seguimiento", "/grupos/seguimiento",
            "/reuniones", "/reuniones?ver=por-cerrar", "/reuniones?ver=canceladas", "/reuniones/nueva", "/reuniones/calendario", $"/reuniones/{meeting}", $"/reuniones/{meeting}/puerta",
            "/aliadas", "/aliadas/nueva", "/aliadas/compromisos", "/aliadas/renovaciones", $"/aliadas/{ally.Value}", $"/aliadas/{ally.Value}/convenio", $"/aliadas/convenios/{agreement.Value}",
            "/aliadas/derivaciones", "/aliadas/derivaciones?ver=atrasadas", $"/aliadas/derivaciones/{ofWoman.Value}", $"/aliadas/derivaciones/{ofGroup.Value}", $"/registros/{registration}/derivar", $"/grupos/{group}/derivar",
            "/comunidades", $"/comunidades/{community}", "/comunidades/prioridades", "/lugares", "/lugares/demanda", "/no-existe", "/sin-permiso",
            "/cuenta", "/cuenta/dos-pasos", "/personal", "/personal/nueva", $"/personal/{colleague}", "/auditoria", "/auditoria?ver=cambios",
            "/cifras", "/cifras?desde=2024-01&pais=PA", "/cifras?hasta=2001-12", "/cifras/metas", "/cifras/informe", "/cifras/seguimiento", "/cifras/dias", "/envios?como=Read", "/conversaciones?espera=no", "/aprendizaje/mujeres", "/horarios", "/horarios/PA/cocle", "/plazos", "/plazos?ver=resueltos", "/conversaciones?ver=pasadas", "/registros?plazo=primero",
            .. AtTheDesk.Pages, $"/registros/{registration}/aprendizaje", $"/registros/{registration}/corregir/nombres",
            "/textos", "/textos?tipo=respuesta&q=nadie-pregunta-asi", "/textos?tipo=respuesta", "/textos?tipo=oficina&pais=PA", "/textos?tipo=emergencia", "/textos/texto/menu.title", "/textos/texto/menu.notUnderstood", "/textos/texto/menu.title/historial",
            "/textos/respuesta/costo", "/textos/respuesta/costo?pais=BO", "/textos/respuesta", "/textos/oficina/cocle?pais=PA", "/textos/emergencia/lineas?pais=PA", "/textos/probar", "/textos/probar?dice=cuanto+cuesta&pais=PA&lugar=menu",
            "/por-revisar", $"/registros/{registration}/corregir/comunidad", $"/registros/{registration}/corregir/rubros", "/descargas", "/registros/listas", $"/registros/lote?paso=Review&id={registration}", "/registros/lote", $"/registros/{registration}/comparar/{twin}",
        ];
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            await page.Picture($"{width}{path.Replace('/', '_').Replace('?', '_')}");
            await page.IsAccessible();
        }

        await host.Staff("Nora Díaz", "nora@ejemplo.gob.pa", role: Data.Staff.StaffRole.Ally, ally: ally);
        var theirs = await chromium.Open(host.Address, width, height);
        await theirs.SignIn("nora@ejemplo.gob.pa");
        foreach (var path in new[] { "/", "/recibidas", $"/recibidas/{ofWoman.Value}", $"/recibidas/{ofGroup.Value}" })
        {
            await theirs.GotoAsync(path);
            await theirs.Picture($"{width}_aliada{path.Replace('/', '_')}");
            await theirs.IsAccessible();
        }
    }

    [Theory]
    [InlineData(1280, 800)]
    [InlineData(360, 740)]
    public async Task The_door_is_accessible_and_fits_the_screen(int width, int height)
    {
        await using var host = await AdminHost.Start();
        var link = await host.Services.GetRequiredService<FirstAdministratorLink>().Offer(CancellationToken.None);
        var page = await chromium.Open(host.Address, width, height);

        foreach (var path in new[] { "/entrar", link!.PathAndQuery, "/primera-cuenta?clave=vieja", "/invitacion", "/entrar/codigo", "/error" })
        {
            await page.GotoAsync(path);
            await page.Picture($"{width}{path.Split('?')[0].Replace('/', '_')}");
            await page.IsAccessible();
        }
    }

    private static async Task<(Guid Registration, long Ticket)> AWeekOfWork(AdminHost host)
    {
        await host.Staff();
        using (var eva = await host.SignedIn("Eva Rojas", "eva@ejemplo.gob.pa", "PA", Data.Staff.StaffRole.Registrar, office: "cocle"))
            (await eva.Submit($"/registros/{(await host.Seed.Registration("Ana", "Ríos", document: "9-11-12")).Value}", "mostrar")).Dispose();
        var contact = await host.Seed.Contact(profileName: "Mari");
        var registration = await host.Seed.Registration(contact: contact);
        await host.Seed.Registration("Yamileth", "González Ábrego", region: "PA-NB", place: null, document: "8-123-456", community: "Alto Caballero");
        await host.Seed.Registration("Wilma", "Quispe Mamani", "BO", "BO-L", place: null, document: "4823771 LP", phone: "+59171234567", community: "Villa Fátima");
        await host.Seed.SheWrites(contact, "hola, quiero hablar con una persona");
        await host.Seed.WeSaid(contact, "Una funcionaria le contestará por aquí mismo. Puede tardar.", delivery: 8);
        await host.Seed.SheWrites(contact, "¿ya revisaron mi registro? es que me cambié de casa");
        var ticket = await host.Seed.Ticket(contact);
        var other = await host.Seed.Contact("whatsapp:+50769998888", "Doña Petra");
        await host.Seed.SheWrites(other, "necesito ayuda");
        await host.Seed.WeSaid(other, "Buenos días. La reunión es el martes.", delivery: 9, errorCode: "63016");
        await host.Seed.Ticket(other, TicketReason.Violence);
        host.Clock.Pass(TimeSpan.FromMinutes(95));
        return (registration.Value, ticket);
    }
}
