using CoopAssistant.Bot.WebChat.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Bot.WebChat;

/// <summary>
/// Remembers a browser's conversation where no script can read it. Sent to /chat only. On pages of other sites the browser keeps it for
/// that site alone (Partitioned), or not at all; then a conversation lasts as long as its token.
/// </summary>
internal sealed class DeviceCookie(ChatTokens tokens, Origins origins, IOptions<WebChatOptions> options)
{
    public const string Name = "coop-chat";
    private const string Path = "/chat";

    public ValueTask<ChatToken?> Read(HttpContext http) => tokens.Read(http.Request.Cookies[Name], TokenUse.Device, http.RequestAborted);

    public async Task Write(HttpContext http, ChatToken token) =>
        http.Response.Cookies.Append(Name, await tokens.Write(tokens.ForDevice(token), http.RequestAborted), Form(http, options.Value.DeviceLifetime));

    public void Delete(HttpContext http) => http.Response.Cookies.Append(Name, "", Form(http, TimeSpan.Zero));

    private CookieOptions Form(HttpContext http, TimeSpan life)
    {
        var isSecure = origins.BaseUrl(http.Request).StartsWith("https:", StringComparison.Ordinal);
        var isForeign = IsForeign(http.Request) && isSecure;
        var form = new CookieOptions
        {
            HttpOnly = true, IsEssential = true, Path = Path, MaxAge = life, Secure = isSecure, SameSite = isForeign ? SameSiteMode.None : SameSiteMode.Lax,
        };
        if (isForeign) form.Extensions.Add("Partitioned");
        return form;
    }

    private bool IsForeign(HttpRequest request)
    {
        var said = request.Headers["Sec-Fetch-Site"].ToString();
        if (said.Length > 0) return said == "cross-site";
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && !origins.IsOwn(request, origin);
    }
}
