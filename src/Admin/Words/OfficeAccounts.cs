using CoopAssistant.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Admin.Words;

/// <summary>Whether somebody works for an office: taken away, its open accounts would see nothing any more.</summary>
internal sealed class OfficeAccounts(CoopDbContext db)
{
    public Task<bool> Any(string country, string office, CancellationToken cancel) =>
        db.Users.AnyAsync(u => u.Country == country && u.OfficeCode == office && u.DeactivatedAt == null, cancel);
}
