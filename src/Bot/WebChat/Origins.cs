using CoopAssistant.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace CoopAssistant.Bot.WebChat;

/// <summary>
/// Which pages may talk to the chat: our own, and those of <c>Bot:AllowedOrigins</c> (a list, or one text separated by commas).
/// Also knows the address under which the outside sees us (<c>Bot:PublicUrl</c>).
/// </summary>
internal sealed class Origins
{
    private readonly HashSet<string> allowed;
    private readonly Uri? publicUrl;

    /// <exception cref="UnusableSettingException">A setting is wrong; the sentence names it.</exception>
    public Origins(IConfiguration settings)
    {
        var list = settings.GetSection("Bot:AllowedOrigins");
        var entries = list.GetChildren().Select(c => c.Value)
            .Concat((list.Value ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        allowed = [.. entries.OfType<string>().Where(e => e.Length > 0).Select(Checked)];

        if (settings["Bot:PublicUrl"] is { Length: > 0 } url)
            publicUrl = IsWeb(url, out var uri) ? uri : throw new UnusableSettingException($"Bot:PublicUrl: \"{url}\" is not an address such as https://chat.example.org.");
    }

    /// <summary>Origins of foreign pages that may embed the chat.</summary>
    public IReadOnlyCollection<string> Allowed => allowed;

    /// <summary>Our own address as a client sees it, without a slash at the end.</summary>
    public string BaseUrl(HttpRequest request) =>
        publicUrl is null ? $"{request.Scheme}://{request.Host}{request.PathBase}" : publicUrl.AbsoluteUri.TrimEnd('/');

    /// <summary>The same as ws:// or wss://.</summary>
    public string StreamBase(HttpRequest request) => $"ws{BaseUrl(request)["http".Length..]}";

    public bool IsOwn(HttpRequest request, string origin) =>
        origin == $"{request.Scheme}://{request.Host}" || (publicUrl is not null && origin == publicUrl.GetLeftPart(UriPartial.Authority));

    /// <summary>True where no browser page asks, or one that may. A page of a sandbox or a file ("null") may not.</summary>
    public bool May(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || IsOwn(request, origin) || allowed.Contains(origin);
    }

    private static string Checked(string entry) =>
        IsWeb(entry, out var uri) && uri.PathAndQuery == "/" && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0
            ? uri.GetLeftPart(UriPartial.Authority)
            : throw new UnusableSettingException($"Bot:AllowedOrigins: \"{entry}\" is not an origin such as https://www.example.org.");

    private static bool IsWeb(string text, out Uri uri) =>
        Uri.TryCreate(text, UriKind.Absolute, out uri!) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
