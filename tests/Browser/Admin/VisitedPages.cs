using CoopAssistant.Admin.Tests;
using CoopAssistant.Data;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Programme;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Browser.Admin;

/// <summary>All pages with something on each, visited in parts, so that several browsers share the way.</summary>
internal static class VisitedPages
{
    private const int Parts = 2;

    /// <param name="part">From 0.</param>
    public static async Task VisitEach(this Chromium chromium, int part)
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
        var page = await chromium.Open(host.Address);
        await page.SignIn();
        var twin = await host.Seed.Ask<ProgrammeDb, Guid>(async db => (await db.Registrations.SingleAsync(r => r.SearchName.StartsWith("yamileth"))).Id.Value);
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
            "/textos/respuesta/costo", "/textos/respuesta/costo?pais=BO", "/textos/respuesta", "/textos/oficina", "/textos/oficina/cocle?pais=PA", "/textos/emergencia/lineas?pais=PA", "/textos/probar", "/textos/voces?pais=PA", "/textos/probar?dice=cuanto+cuesta&pais=PA&lugar=menu",
            "/por-revisar", $"/registros/{registration}/corregir/comunidad", $"/registros/{registration}/corregir/rubros", "/descargas", "/registros/listas", $"/registros/lote?paso=Review&id={registration}", "/registros/lote", $"/registros/{registration}/comparar/{twin}",
        ];
        foreach (var path in paths.Where((_, at) => at % Parts == part))
        {
            await page.GotoAsync(path);
            await page.IsAccessibleOnEveryScreen(path.Replace('/', '_').Replace('?', '_'));
            await page.SendsItsFormsWhole();
        }
        if (part == 0) await chromium.VisitReceived(host, ally, ofWoman.Value, ofGroup.Value);
    }

    /// <summary>What an institution's own user sees.</summary>
    private static async Task VisitReceived(this Chromium chromium, AdminHost host, AllyId ally, Guid ofWoman, Guid ofGroup)
    {
        await host.Staff("Nora Díaz", "nora@ejemplo.gob.pa", role: Data.Staff.StaffRole.Ally, ally: ally);
        var page = await chromium.Open(host.Address);
        await page.SignIn("nora@ejemplo.gob.pa");
        foreach (var path in new[] { "/", "/recibidas", $"/recibidas/{ofWoman}", $"/recibidas/{ofGroup}" })
        {
            await page.GotoAsync(path);
            await page.IsAccessibleOnEveryScreen($"_aliada{path.Replace('/', '_')}");
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
