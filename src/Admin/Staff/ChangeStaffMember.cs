using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Data.Staff;
using CoopAssistant.Programme;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Admin.Staff;

internal enum ChangeStaffResult
{
    Done,
    NotFound,
    ChangedMeanwhile,

    /// <summary>Somebody has to be left who can open accounts.</summary>
    LastAdministrator,

    /// <summary>Nobody takes her or his own rights away by mistake.</summary>
    Yourself,
    OutsideTerritory,

    /// <summary>Who works for an institution needs one, and nobody else has one.</summary>
    NoInstitution,
}

/// <summary>What an administrator does to a colleague's account. Each change counts at the colleague's next click.</summary>
internal sealed class ChangeStaffMember(UserManager<StaffMember> staff, StaffTerritory territories, StaffAllies allies, StaffSessions sessions, TimeProvider clock)
{
    /// <param name="By">The administrator's id.</param>
    /// <param name="Territory">The administrator's own.</param>
    public sealed record Request(string Member, string By, (string? Country, string? Region, string? Office) Territory);

    /// <summary>Null where there is none, or it is not the administrator's to see.</summary>
    public async Task<StaffMember?> Find(Request request) =>
        await staff.FindByIdAsync(request.Member) is { } member && territories.Contains(request.Territory, (member.Country, member.RegionCode, member.OfficeCode)) ? member : null;

    /// <param name="seen">Stamp of the account on the administrator's screen.</param>
    public async Task<ChangeStaffResult> Rewrite(Request request, string name, StaffRole role, (string? Country, string? Region, string? Office) place, AllyId? ally, string? seen, CancellationToken cancel)
    {
        if (await Find(request) is not { } member) return ChangeStaffResult.NotFound;
        if (seen != member.ConcurrencyStamp) return ChangeStaffResult.ChangedMeanwhile;
        if (!territories.Contains(request.Territory, place)) return ChangeStaffResult.OutsideTerritory;
        if (!await allies.Fits(role, ally, place.Country, cancel)) return ChangeStaffResult.NoInstitution;
        if (member.Id == request.By && (role, place) != (member.Role, (member.Country, member.RegionCode, member.OfficeCode))) return ChangeStaffResult.Yourself;
        if (role != StaffRole.Administrator && await IsLastAdministrator(member, cancel)) return ChangeStaffResult.LastAdministrator;
        (member.DisplayName, member.Role, member.AllyId) = (name.Trim(), role, ally);
        (member.Country, member.RegionCode, member.OfficeCode) = place;
        return (await staff.UpdateAsync(member)).Succeeded ? ChangeStaffResult.Done : ChangeStaffResult.ChangedMeanwhile;
    }

    /// <summary>Closes the account, or opens it again. Closing ends its sessions and its open invitations.</summary>
    public async Task<ChangeStaffResult> Switch(Request request, bool active, CancellationToken cancel)
    {
        if (await Find(request) is not { } member) return ChangeStaffResult.NotFound;
        if (member.Id == request.By) return ChangeStaffResult.Yourself;
        if (!active && await IsLastAdministrator(member, cancel)) return ChangeStaffResult.LastAdministrator;
        member.DeactivatedAt = active ? null : member.DeactivatedAt ?? clock.GetUtcNow();
        await staff.UpdateSecurityStampAsync(member);
        if (!active) await sessions.End(member.Id, session: null, except: null, cancel);
        return ChangeStaffResult.Done;
    }

    /// <summary>A lost phone: the second step is set up anew at the next sign-in.</summary>
    public async Task<ChangeStaffResult> RemoveSecondStep(Request request, CancellationToken cancel)
    {
        if (await Find(request) is not { } member) return ChangeStaffResult.NotFound;
        if (member.Id == request.By) return ChangeStaffResult.Yourself;
        await staff.SetTwoFactorEnabledAsync(member, false);
        await staff.ResetAuthenticatorKeyAsync(member);
        await sessions.End(member.Id, session: null, except: null, cancel);
        return ChangeStaffResult.Done;
    }

    public async Task<ChangeStaffResult> Unlock(Request request)
    {
        if (await Find(request) is not { } member) return ChangeStaffResult.NotFound;
        await staff.SetLockoutEndDateAsync(member, null);
        await staff.ResetAccessFailedCountAsync(member);
        return ChangeStaffResult.Done;
    }

    private async Task<bool> IsLastAdministrator(StaffMember member, CancellationToken cancel) =>
        member is { Role: StaffRole.Administrator, DeactivatedAt: null }
        && !await staff.Users.AnyAsync(u => u.Id != member.Id && u.Role == StaffRole.Administrator && u.DeactivatedAt == null && u.PasswordHash != null, cancel);
}
