using System.Security.Claims;
using System.Security.Cryptography;
using CoopAssistant.Admin.Access;
using CoopAssistant.Data;
using CoopAssistant.Data.Staff;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Admin.Accounts;

/// <summary>
/// Signed-in browsers. Each request looks its session up by key, so that an ended session, a closed account and a changed
/// role or territory count at once and not when the cookie expires.
/// </summary>
internal sealed class StaffSessions(CoopDbContext db, TimeProvider clock)
{
    private const int LongestDevice = 160;
    private static readonly TimeSpan NotedEvery = TimeSpan.FromMinutes(1);

    /// <returns>The id to put into the cookie.</returns>
    public async Task<string> Begin(StaffMember member, HttpContext http, CancellationToken cancel)
    {
        var device = http.Request.Headers.UserAgent.ToString();
        var session = new StaffSession
        {
            Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            StaffId = member.Id,
            StartedAt = clock.GetUtcNow(),
            LastSeenAt = clock.GetUtcNow(),
            Device = device.Length > LongestDevice ? device[..LongestDevice] : device,
            Address = http.Connection.RemoteIpAddress?.ToString() ?? "",
        };
        db.StaffSessions.Add(session);
        await db.SaveChangesAsync(cancel);
        return session.Id;
    }

    /// <summary>Sessions that are open, last seen first; those that ran out are left out.</summary>
    public async Task<IReadOnlyList<StaffSession>> Open(string staff, TimeSpan lifetime, CancellationToken cancel)
    {
        var since = clock.GetUtcNow() - lifetime;
        return await db.StaffSessions.AsNoTracking().Where(s => s.StaffId == staff && s.EndedAt == null && s.LastSeenAt > since)
            .OrderByDescending(s => s.LastSeenAt).ToListAsync(cancel);
    }

    /// <param name="session">Null for all of them.</param>
    /// <param name="except">One that stays open, if any.</param>
    /// <returns>How many ended.</returns>
    public Task<int> End(string staff, string? session, string? except, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return db.StaffSessions.Where(s => s.StaffId == staff && s.EndedAt == null && (session == null || s.Id == session) && s.Id != (except ?? ""))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancel);
    }

    /// <summary>For the cookie's validation: refuses what ended, renews what the account changed.</summary>
    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var sessions = services.GetRequiredService<StaffSessions>();
        var cancel = context.HttpContext.RequestAborted;
        if (context.Principal is not { } principal || await sessions.Find(principal, cancel) is not { } member)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
            return;
        }
        if (principal.FindFirstValue(StaffClaims.Stamp) == StaffClaims.StampOf(member, services.GetRequiredService<StaffTerritory>().Of(member))) return;
        var fresh = await services.GetRequiredService<SignInManager<StaffMember>>().CreateUserPrincipalAsync(member);
        ((ClaimsIdentity)fresh.Identity!).AddClaims(principal.FindAll(claim => claim.Type is StaffClaims.Session or "amr"));
        context.ReplacePrincipal(fresh);
        context.ShouldRenew = true;
    }

    private async Task<StaffMember?> Find(ClaimsPrincipal user, CancellationToken cancel)
    {
        if (user.FindFirstValue(StaffClaims.Session) is not { } id) return null;
        var found = await db.StaffSessions.AsNoTracking().Where(s => s.Id == id && s.EndedAt == null)
            .Join(db.Users, s => s.StaffId, u => u.Id, (s, u) => new { s.LastSeenAt, Member = u }).SingleOrDefaultAsync(cancel);
        if (found is null || found.Member.DeactivatedAt is not null || found.Member.Id != user.FindFirstValue(ClaimTypes.NameIdentifier)) return null;
        var now = clock.GetUtcNow();
        if (now - found.LastSeenAt > NotedEvery)
            await db.StaffSessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), cancel);
        return found.Member;
    }
}
