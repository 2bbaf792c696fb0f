using CoopAssistant.Admin.Security;
using CoopAssistant.Data.Staff;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace CoopAssistant.Admin.Accounts;

internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder routes) => routes.MapPost("/salir", SignOut).RequireFormToken();

    private static async Task<RedirectHttpResult> SignOut(SignInManager<StaffMember> signIn)
    {
        await signIn.SignOutAsync();
        return TypedResults.LocalRedirect("/entrar");
    }
}
