using CoopAssistant.Data.Staff;
using CoopAssistant.Programme;
using Microsoft.AspNetCore.Identity;

namespace CoopAssistant.Admin.Accounts;

/// <summary>
/// Opens an account for a colleague. Without a password she or he gets a link to choose one: it works once, until
/// <see cref="AdminOptions.InvitationLifetime"/> is over.
/// </summary>
public sealed class AddStaffMember(UserManager<StaffMember> staff, StaffAllies allies, Invitations invitations)
{
    /// <param name="Email">Also the name to sign in with.</param>
    /// <param name="Country">PA, BO; null for all.</param>
    /// <param name="Password">Null to invite.</param>
    public sealed record Request(string DisplayName, string Email, string? Country = null, string? Password = null)
    {
        public StaffRole Role { get; init; } = StaffRole.Administrator;

        /// <summary>First-level place, within the country; null for all of it.</summary>
        public string? RegionCode { get; init; }

        /// <summary>Office, within the country, instead of a region; null for none in particular.</summary>
        public string? OfficeCode { get; init; }

        /// <summary>Institution whose own user it is, with <see cref="StaffRole.Ally"/>; null for staff of the ministry.</summary>
        public AllyId? Ally { get; init; }
    }

    public async Task<AddStaffResult> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var email = request.Email.Trim();
        cancel.ThrowIfCancellationRequested();
        var member = new StaffMember
        {
            UserName = email, Email = email, DisplayName = request.DisplayName.Trim(), Role = request.Role,
            Country = request.Country, RegionCode = request.RegionCode, OfficeCode = request.OfficeCode, AllyId = request.Ally, LockoutEnabled = true,
        };
        if (member.DisplayName.Length == 0) return new AddStaffResult.Refused(["Escriba el nombre."]);
        if (!await allies.Fits(request.Role, request.Ally, request.Country, cancel)) return new AddStaffResult.Refused([StaffAllies.Missing]);
        var made = request.Password is null ? await staff.CreateAsync(member) : await staff.CreateAsync(member, request.Password);
        if (!made.Succeeded) return new AddStaffResult.Refused([.. made.Errors.Select(e => e.Description)]);
        if (request.Password is not null) return new AddStaffResult.Added(null);

        return new AddStaffResult.Added(await invitations.Write(member));
    }
}

public abstract record AddStaffResult
{
    private AddStaffResult() { }

    /// <param name="Invitation">Link to hand over; null where a password was given.</param>
    public sealed record Added(Uri? Invitation) : AddStaffResult;

    /// <param name="Reasons">Sentences in Spanish.</param>
    public sealed record Refused(IReadOnlyList<string> Reasons) : AddStaffResult;
}
