using System.Security.Claims;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Data.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using static CoopAssistant.Admin.Access.Permission;

namespace CoopAssistant.Admin.Access;

/// <summary>The one table that says which role may do what.</summary>
public static class RolePermissions
{
    private static readonly Dictionary<StaffRole, HashSet<string>> Table = new()
    {
        [StaffRole.Administrator] = [.. All.Where(permission => permission != AnswerReferrals)], // an institution answers for itself
        [StaffRole.ContentEditor] = [SeeContent, EditContent, SeeStatistics],
        [StaffRole.Registrar] =
        [
            SeeRegistrations, SeePersonalData, ReviewRegistrations, ExchangeRegistrations, AnswerConversations, SeeDeliveries, SeeGroups, LeadGroups, ReferToAllies, SeeContent, SeeStatistics,
        ],
        [StaffRole.RegionalDirector] =
        [
            SeeRegistrations, SeePersonalData, ReviewRegistrations, ExchangeRegistrations, AnswerConversations, SeeDeliveries, SeeGroups, LeadGroups, ManageAllies, ReferToAllies, SeeContent, SeeStatistics, SetGoals, SendBroadcasts, SuperviseService, SetOfficeHours,
        ],
        [StaffRole.Adviser] = [SeeRegistrations, SeePersonalData, AnswerConversations, SeeGroups, LeadGroups, ReferToAllies, SeeContent, SeeStatistics],
        [StaffRole.Ally] = [AnswerReferrals],
        [StaffRole.Viewer] = [SeeRegistrations, SeeGroups, SeeContent, SeeStatistics],
    };

    public static bool Allows(StaffRole role, string permission) => Table.TryGetValue(role, out var permissions) && permissions.Contains(permission);

    /// <summary>Whether who is signed in may do this.</summary>
    /// <param name="permission">One of <see cref="Permission"/>.</param>
    public static bool May(this ClaimsPrincipal user, string permission) => user.Role() is { } role && Allows(role, permission);

    /// <summary>Each permission becomes a policy; what names no policy is open to nobody without signing in.</summary>
    internal static IServiceCollection AddPermissions(this IServiceCollection services)
    {
        var authorization = services.AddAuthorizationBuilder();
        foreach (var permission in All)
            authorization.AddPolicy(permission, policy => policy.RequireAuthenticatedUser().RequireAssertion(asked => asked.User.May(permission)));
        authorization.SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }
}
