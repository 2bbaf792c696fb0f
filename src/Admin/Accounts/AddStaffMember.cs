using CoopAssistant.Data.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Admin.Accounts;

/// <summary>
/// Opens an account for a colleague. Without a password she or he gets a link to choose one: it works once, until
/// <see cref="AdminOptions.InvitationLifetime"/> is over.
/// </summary>
public sealed class AddStaffMember(UserManager<StaffMember> staff, IOptions<AdminOptions> options)
{
    /// <param name="Email">Also the name to sign in with.</param>
    /// <param name="Country">PA, BO; null for all.</param>
    /// <param name="Password">Null to invite.</param>
    public sealed record Request(string DisplayName, string Email, string? Country = null, string? Password = null);

    public async Task<AddStaffResult> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var email = request.Email.Trim();
        cancel.ThrowIfCancellationRequested();
        var member = new StaffMember { UserName = email, Email = email, DisplayName = request.DisplayName.Trim(), Country = request.Country, LockoutEnabled = true };
        if (member.DisplayName.Length == 0) return new AddStaffResult.Refused(["Escriba el nombre."]);
        var made = request.Password is null ? await staff.CreateAsync(member) : await staff.CreateAsync(member, request.Password);
        if (!made.Succeeded) return new AddStaffResult.Refused([.. made.Errors.Select(e => e.Description)]);
        if (request.Password is not null) return new AddStaffResult.Added(null);

        var key = await staff.GeneratePasswordResetTokenAsync(member);
        return new AddStaffResult.Added(options.Value.PublicUrl($"invitacion?cuenta={Uri.EscapeDataString(member.Id)}&clave={Uri.EscapeDataString(key)}"));
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
