using CoopAssistant.Programme;
using Microsoft.AspNetCore.Identity;

namespace CoopAssistant.Data.Staff;

/// <summary>Someone of the ministry, or of an institution that helps, who works in the admin app. Signs in with the e-mail address as user name.</summary>
public sealed class StaffMember : IdentityUser
{
    /// <summary>Name as colleagues and the timeline show it.</summary>
    public string DisplayName { get; set; } = "";

    public StaffRole Role { get; set; }

    /// <summary>ISO country she or he works for (PA, BO); null for all.</summary>
    public string? Country { get; set; }

    /// <summary>First-level place code she or he works for; null for the whole country.</summary>
    public string? RegionCode { get; set; }

    /// <summary>Code of the office, within <see cref="Country"/>, whose places she or he works for; null for none in particular.</summary>
    public string? OfficeCode { get; set; }

    /// <summary>The institution whose own user she or he is, with the role of an ally; null for staff of the ministry.</summary>
    public AllyId? AllyId { get; set; }

    /// <summary>When the account was closed; null while it is open.</summary>
    public DateTimeOffset? DeactivatedAt { get; set; }
}
