using CoopAssistant.Data.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Admin.Accounts;

/// <summary>Links to choose a password: each works once, and until <see cref="AdminOptions.InvitationLifetime"/> is over.</summary>
public sealed class Invitations(UserManager<StaffMember> staff, IOptions<AdminOptions> options)
{
    public async Task<Uri> Write(StaffMember member)
    {
        var key = await staff.GeneratePasswordResetTokenAsync(member);
        return options.Value.PublicUrl($"invitacion?cuenta={Uri.EscapeDataString(member.Id)}&clave={Uri.EscapeDataString(key)}");
    }

    /// <summary>A fresh link; those written before stop working.</summary>
    public async Task<Uri> Replace(StaffMember member)
    {
        await staff.UpdateSecurityStampAsync(member);
        return await Write(member);
    }
}
