using System.Security.Claims;
using CoopAssistant.Data.Staff;
using CoopAssistant.Programme.Audit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Admin.Accounts;

/// <summary>Identity's sign-in with a session of ours behind each cookie; closed accounts stay outside.</summary>
internal sealed class StaffSignIn(
    UserManager<StaffMember> staff, IHttpContextAccessor http, IUserClaimsPrincipalFactory<StaffMember> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<StaffMember>> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<StaffMember> confirmation, StaffSessions sessions, RecordChange record)
    : SignInManager<StaffMember>(staff, http, claims, options, log, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(StaffMember user) => user.DeactivatedAt is null && await base.CanSignInAsync(user);

    public override async Task SignInWithClaimsAsync(StaffMember user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var cancel = Context.RequestAborted;
        var session = await sessions.Begin(user, Context, cancel);
        await record.Handle(user.Id, ChangeAction.SignedIn, nameof(StaffMember), user.Id, null, cancel);
        await base.SignInWithClaimsAsync(user, authenticationProperties, [.. additionalClaims, new Claim(StaffClaims.Session, session)]);
    }
}
