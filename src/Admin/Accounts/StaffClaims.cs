using System.Security.Claims;
using CoopAssistant.Data.Staff;
using CoopAssistant.Programme.Registrations;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Admin.Accounts;

/// <summary>Puts into the cookie what pages ask on every request: name and territory.</summary>
internal sealed class StaffClaims(UserManager<StaffMember> staff, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<StaffMember>(staff, options)
{
    internal const string DisplayName = "coop:name";
    internal const string Country = "coop:country";
    internal const string Region = "coop:region";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(StaffMember user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(DisplayName, user.DisplayName));
        if (user.Country is { } country) identity.AddClaim(new Claim(Country, country));
        if (user.RegionCode is { } region) identity.AddClaim(new Claim(Region, region));
        return identity;
    }
}

internal static class StaffPrincipal
{
    /// <summary>Staff id, as it is written beside what she or he does.</summary>
    public static string StaffId(this ClaimsPrincipal user) =>
        user.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("Nobody is signed in.");

    public static string StaffName(this ClaimsPrincipal user) => user.FindFirstValue(StaffClaims.DisplayName) ?? "";

    /// <summary>What of the country she or he may see; null for all.</summary>
    public static Territory? Territory(this ClaimsPrincipal user)
    {
        if (user.FindFirstValue(StaffClaims.Region) is { } region) return Programme.Registrations.Territory.OfRegions(region);
        return user.FindFirstValue(StaffClaims.Country) is { } country ? Programme.Registrations.Territory.OfCountry(country) : null;
    }
}
