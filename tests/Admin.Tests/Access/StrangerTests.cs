using System.Net;
using CoopAssistant.Programme.Audit;
using CoopAssistant.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Admin.Tests.Access;

/// <summary>
/// Somebody who may do everything, but elsewhere in the same country (<see cref="TerritoryMatrixTests"/> has the other country): walks through every page and action of the running program, with the numbers of a registration,
/// conversation, group, community, meeting, file and message that are not hers. She reads nothing of them and changes nothing.
/// </summary>
public class StrangerTests
{
    /// <summary>Words that stand only in what is not hers.</summary>
    private static readonly string[] NotHers = ["Yamileth", "Tejedoras de Antón", "Manos de El Valle", "Aviso secreto", "Acta del comité", "allá en la loma", "Escuela El Valle"];

    [Theory]
    [InlineData("PA", "PA-4", null)]
    [InlineData("PA", null, "panama-este")]
    public async Task Nothing_of_another_territory_is_read_or_changed_on_any_page_or_by_any_action(string country, string? region, string? office)
    {
        await using var host = await AdminHost.Start();
        var numbers = await WhatIsNotHers(host);
        using var stranger = await host.SignedIn("Luz Mamani", "luz@ejemplo.gob.bo", country, region: region, office: office);
        var token = (await stranger.Fill("/cuenta", "/salir")).Fields;
        var before = await Changes(host);

        foreach (var endpoint in Endpoints(host))
            foreach (var path in numbers.Select(number => Filled(endpoint.RoutePattern.RawText!, number)).OfType<string>().Distinct())
            {
                var isForm = endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is { } methods && !methods.HttpMethods.Contains("GET");
                using var answer = isForm ? await stranger.Post(path, [.. token, .. Tempting]) : await stranger.Get(path);
                var told = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
                foreach (var secret in NotHers) Assert.False(told.Contains(secret, StringComparison.Ordinal), $"{path} tells of «{secret}».");
            }

        Assert.Equal(before, await Changes(host));
    }

    /// <summary>Fields that would do something, where they were taken.</summary>
    private static readonly (string, string)[] Tempting =
        [("motivo", "porque sí"), ("nota", "algo"), ("texto", "hola"), ("Sent.Reason", "porque sí"), ("paso", "Activate"), ("prioridad", "1"), ("dia", "2027-03-01"), ("hacer", "terminar"), ("codigo", "orientacion"), ("parte", "tramite"), ("persona", "")];

    private static async Task<List<string>> WhatIsNotHers(AdminHost host)
    {
        var contact = await host.Seed.Contact();
        var registration = await host.Seed.Registration("Yamileth", "Ortega", contact: contact);
        await host.Seed.WeSaid(contact, "Aviso secreto", delivery: 9, errorCode: "63016");
        var ticket = await host.Seed.Ticket(contact);
        var (group, community) = await host.Seed.GroupsAndPlaces();
        var meeting = await host.Seed.AWorkshop(host.Clock);
        var file = await host.Seed.Ask<Programme.ProgrammeDb, Guid>(async db => (await db.GroupFiles.FirstAsync()).Id.Value);
        return [registration.Value.ToString(), $"{ticket}", group.ToString(), community.ToString(), meeting.ToString(), file.ToString()];
    }

    /// <summary>The address with this number; null where it takes none such.</summary>
    private static string? Filled(string route, string number)
    {
        var isGuid = Guid.TryParse(number, out _);
        var path = System.Text.RegularExpressions.Regex.Replace("/" + route.TrimStart('/'), "{(?<name>[A-Za-z]+)(?::(?<kind>guid|long|int))?}", at => at.Groups["kind"].Value switch
        {
            "guid" => isGuid ? number : "?",
            "long" or "int" => isGuid ? "?" : number,
            _ => at.Groups["name"].Value switch { "format" => "csv", "Question" => "comunidad", "codigo" => "lista-de-fundadoras", _ => number },
        }, System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
        return path.Contains('?', StringComparison.Ordinal) ? null : path;
    }

    /// <summary>All that changed is written down beside it; what she exports is of her own territory.</summary>
    private static Task<List<string>> Changes(AdminHost host) =>
        host.Seed.Ask<Programme.ProgrammeDb, List<string>>(db => db.ChangeEntries.Where(c => c.Action != ChangeAction.Exported).OrderBy(c => c.Id).Select(c => $"{c.Action} {c.Subject} {c.SubjectId} {c.Detail}").ToListAsync());

    private static IEnumerable<RouteEndpoint> Endpoints(AdminHost host) =>
        host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText is { } text && !text.Contains("_framework", StringComparison.Ordinal) && !text.Contains("_blazor", StringComparison.Ordinal))
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && e.RoutePattern.RawText is not ("/salir" or "/cuenta/sesiones/cerrar"));
}
