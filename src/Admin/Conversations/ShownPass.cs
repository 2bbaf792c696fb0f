using System.Security.Cryptography;
using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Accounts;
using Microsoft.AspNetCore.DataProtection;
using System.Security.Claims;

namespace CoopAssistant.Admin.Conversations;

/// <summary>Lets the open page of who uncovered her numbers go on showing them while new messages come: one reader, one conversation, half an hour. Given once the look is written down.</summary>
internal sealed class ShownPass(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("numbers shown in a conversation").ToTimeLimitedDataProtector();

    public string Give(ClaimsPrincipal staff, long ticket) => _protector.Protect(Whose(staff, ticket), Lasts);

    public bool Holds(string? pass, ClaimsPrincipal staff, long ticket)
    {
        if (string.IsNullOrEmpty(pass) || !staff.May(Permission.SeePersonalData)) return false;
        try
        {
            return _protector.Unprotect(pass) == Whose(staff, ticket);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string Whose(ClaimsPrincipal staff, long ticket) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{staff.StaffId()} {ticket}");
}
