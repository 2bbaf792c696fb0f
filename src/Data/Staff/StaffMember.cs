using Microsoft.AspNetCore.Identity;

namespace CoopAssistant.Data.Staff;

/// <summary>Someone of the ministry who works in the admin app. Signs in with the e-mail address as user name.</summary>
public sealed class StaffMember : IdentityUser
{
    /// <summary>Name as colleagues and the timeline show it.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>ISO country she or he works for (PA, BO); null for all.</summary>
    public string? Country { get; set; }

    /// <summary>First-level place code she or he works for; null for the whole country.</summary>
    public string? RegionCode { get; set; }
}
