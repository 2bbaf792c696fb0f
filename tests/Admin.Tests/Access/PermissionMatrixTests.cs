using CoopAssistant.Admin.Access;
using CoopAssistant.Data.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using static CoopAssistant.Data.Staff.StaffRole;

namespace CoopAssistant.Admin.Tests.Access;

/// <summary>What every page and action needs, and which role has it, written here once more. <see cref="TerritoryMatrixTests"/> visits them all.</summary>
public class PermissionMatrixTests
{
    internal static readonly Dictionary<string, StaffRole[]> Expected = new(StringComparer.Ordinal)
    {
        [Permission.SeeRegistrations] = [Administrator, RegionalDirector, Registrar, Adviser, Viewer],
        [Permission.SeePersonalData] = [Administrator, RegionalDirector, Registrar, Adviser],
        [Permission.ReviewRegistrations] = [Administrator, RegionalDirector, Registrar],
        [Permission.ExchangeRegistrations] = [Administrator, RegionalDirector, Registrar],
        [Permission.AnswerConversations] = [Administrator, RegionalDirector, Registrar, Adviser],
        [Permission.SuperviseService] = [Administrator, RegionalDirector],
        [Permission.SetOfficeHours] = [Administrator, RegionalDirector],
        [Permission.SeeDeliveries] = [Administrator, RegionalDirector, Registrar],
        [Permission.SeeGroups] = [Administrator, RegionalDirector, Registrar, Adviser, Viewer],
        [Permission.LeadGroups] = [Administrator, RegionalDirector, Registrar, Adviser],
        [Permission.ManageAllies] = [Administrator, RegionalDirector],
        [Permission.ReferToAllies] = [Administrator, RegionalDirector, Registrar, Adviser],
        [Permission.AnswerReferrals] = [Ally],
        [Permission.SeeContent] = [Administrator, RegionalDirector, Registrar, Adviser, ContentEditor, Viewer],
        [Permission.EditContent] = [Administrator, ContentEditor],
        [Permission.SeeStatistics] = [Administrator, RegionalDirector, Registrar, Adviser, ContentEditor, Viewer],
        [Permission.SetGoals] = [Administrator, RegionalDirector],
        [Permission.SendBroadcasts] = [Administrator, RegionalDirector],
        [Permission.ManageStaff] = [Administrator],
        [Permission.SeeAudit] = [Administrator],
    };

    /// <summary>Open to everybody who has signed in: the start, the own account, explanations.</summary>
    private static readonly string[] ForAllStaff = ["/", "/sin-permiso", "/no-encontrado", "/cuenta", "/cuenta/dos-pasos", "/cuenta/sesiones/cerrar", "/salir"];

    private static readonly string[] AtTheDoor = ["/entrar", "/entrar/codigo", "/primera-cuenta", "/invitacion", "/error", "/recursos/{name}", "/calendario/{secret}.ics"];

    [Fact]
    public void The_table_of_roles_says_what_is_expected_for_every_permission()
    {
        foreach (var permission in Permission.All)
            Assert.Equal(Expected[permission].Order(), Enum.GetValues<StaffRole>().Where(role => RolePermissions.Allows(role, permission)).Order());
    }

    [Fact]
    public async Task Every_page_and_action_names_what_it_needs()
    {
        await using var host = await AdminHost.Start();

        foreach (var endpoint in Endpoints(host))
        {
            var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            var asked = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).OfType<string>().ToList();
            if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null) Assert.Contains(path, AtTheDoor);
            else if (asked.Count == 0) Assert.Contains(path, ForAllStaff);
            else Assert.All(asked, policy => Assert.Contains(policy, Permission.All));
        }
    }

    [Theory]
    [InlineData(Viewer), InlineData(Adviser)]
    public async Task Who_may_look_but_not_decide_cannot_decide_by_a_form_of_somebody_else(StaffRole role)
    {
        await using var host = await AdminHost.Start();
        var registration = await host.Seed.Registration();
        var path = $"/registros/{registration.Value}";
        using var registrar = await host.SignedIn();
        using var other = await host.SignedIn("Eva Rojas", "eva@ejemplo.gob.pa", role: role);
        var (action, fields) = await registrar.Fill(path, "mover-Review");
        var token = (await other.Fill("/cuenta", "/salir")).Fields.Single(f => f.Name == "__RequestVerificationToken");

        using var answer = await other.Post(action, [.. fields.Where(f => f.Name != token.Name), token]);

        var status = await host.Seed.Ask<Programme.ProgrammeDb, Programme.Registrations.RegistrationStatus>(db => Task.FromResult(db.Registrations.Single(r => r.Id == registration).Status));
        Assert.Equal(Programme.Registrations.RegistrationStatus.Received, status);
    }

    private static IEnumerable<RouteEndpoint> Endpoints(AdminHost host) =>
        host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText is { } text && !text.Contains("_framework", StringComparison.Ordinal) && !text.Contains("_blazor", StringComparison.Ordinal));
}
