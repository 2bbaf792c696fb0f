using CoopAssistant.Admin.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace CoopAssistant.Admin.Accounts;

/// <summary>
/// Who sends a form after her or his session ended stands, once signed in again, on the page that the form was on: most addresses of forms
/// have no page. There the browser fills in what it kept (<c>drafts.asset.js</c>).
/// </summary>
internal static class SignInAgain
{
    /// <summary>The redirect that these cookies had, to be put in its place.</summary>
    public static Func<RedirectContext<CookieAuthenticationOptions>, Task> Leading(CookieAuthenticationOptions cookies)
    {
        var lead = cookies.Events.OnRedirectToLogin;
        return context =>
        {
            if (HttpMethods.IsPost(context.Request.Method))
                context.RedirectUri = QueryHelpers.AddQueryString(cookies.LoginPath, cookies.ReturnUrlParameter, Notices.On(Page(context.Request), "sin-sesion"));
            return lead(context);
        };
    }

    private static string Page(HttpRequest request)
    {
        var hasPage = request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        var from = Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page) && page.Authority == request.Host.Value ? page.PathAndQuery : null;
        return LocalAddress.Or(from, hasPage ? request.Path + request.QueryString : "/");
    }
}
