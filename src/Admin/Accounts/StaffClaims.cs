using System.Security.Claims;
using CoopAssistant.Admin.Access;
using CoopAssistant.Data.Staff;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Admin.Accounts;

/// <summary>Puts into the cookie what pages ask on every request: name, role and territory. <see cref="StaffSessions"/> keeps it true.</summary>
internal sealed class StaffClaims(UserManager<StaffMember> staff, IOptions<IdentityOptions> options, StaffTerritory territories)
    : UserClaimsPrincipalFactory<StaffMember>(staff, options)
{
    internal const string DisplayName = "coop:name";
    internal const string Role = "coop:role";
    internal const string Country = "coop:country";
    internal const string Region = "coop:region";
    internal const string Office = "coop:office";
    internal const string Ally = "coop:ally";
    internal const string Session = "coop:session";

    /// <summary>The account uses a second step.</summary>
    internal const string SecondStep = "coop:second-step";

    /// <summary>All of the above in one text, to see at a glance whether the account changed.</summary>
    internal const string Stamp = "coop:stamp";

    private const string CoveredCountry = "coop:covers-country";
    private const string CoveredRegion = "coop:covers-region";
    private const string CoveredPlace = "coop:covers-place";
    private const string Limited = "coop:limited";

    /// <param name="territory">What of the country the account reaches now: an office may answer for other places than it did.</param>
    internal static string StampOf(StaffMember user, Territory? territory) => string.Join('|',
        [user.DisplayName, (int)user.Role, user.Country, user.RegionCode, user.OfficeCode, user.AllyId?.Value, user.TwoFactorEnabled, .. user.OfficeCode is null || territory is null ? [] : territory.Regions.Concat(territory.Places)]);

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(StaffMember user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        void Say(string type, string? value)
        {
            if (value is not null) identity.AddClaim(new Claim(type, value));
        }
        Say(DisplayName, user.DisplayName);
        Say(Role, user.Role.ToString());
        Say(Country, user.Country);
        Say(Region, user.RegionCode);
        Say(Office, user.OfficeCode);
        Say(Ally, user.AllyId?.Value.ToString("N"));
        Say(SecondStep, user.TwoFactorEnabled ? "1" : null);
        Say(Stamp, StampOf(user, territories.Of(user)));
        if (territories.Of(user) is not { } territory) return identity;
        Say(Limited, "1");
        foreach (var country in territory.Countries) Say(CoveredCountry, country);
        foreach (var region in territory.Regions) Say(CoveredRegion, region);
        foreach (var place in territory.Places) Say(CoveredPlace, place);
        return identity;
    }

    internal static Territory? TerritoryOf(ClaimsPrincipal user)
    {
        IReadOnlyList<string> Values(string type) => [.. user.FindAll(type).Select(claim => claim.Value)];
        return user.HasClaim(Limited, "1") ? new Territory(Values(CoveredCountry), Values(CoveredRegion)) { Places = Values(CoveredPlace) } : null;
    }
}

internal static class StaffPrincipal
{
    /// <summary>Staff id, as it is written beside what she or he does.</summary>
    public static string StaffId(this ClaimsPrincipal user) =>
        user.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("Nobody is signed in.");

    public static string StaffName(this ClaimsPrincipal user) => user.FindFirstValue(StaffClaims.DisplayName) ?? "";

    /// <summary>Null where nobody is signed in.</summary>
    public static StaffRole? Role(this ClaimsPrincipal user) => Enum.TryParse<StaffRole>(user.FindFirstValue(StaffClaims.Role), out var role) ? role : null;

    /// <summary>What of the country she or he may see; null for all.</summary>
    public static Territory? Territory(this ClaimsPrincipal user) => StaffClaims.TerritoryOf(user);

    /// <summary>The institution whose own user she or he is; null for staff of the ministry, who see nothing of what allies see.</summary>
    public static AllyId? Ally(this ClaimsPrincipal user) =>
        user.Role() == StaffRole.Ally && Guid.TryParse(user.FindFirstValue(StaffClaims.Ally), out var id) ? new AllyId(id) : null;

    /// <summary>Country, region and office as the account has them.</summary>
    public static (string? Country, string? Region, string? Office) Place(this ClaimsPrincipal user) =>
        (user.FindFirstValue(StaffClaims.Country), user.FindFirstValue(StaffClaims.Region), user.FindFirstValue(StaffClaims.Office));
}
