using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace CoopAssistant.Benchmarks.Scenarios;

/// <summary>A member of staff's browser: signed in, without drawing anything.</summary>
internal sealed partial class Visitor(Uri app) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), MaxResponseDrainSize = 0 }) { BaseAddress = app, Timeout = TimeSpan.FromMinutes(5) };

    public async Task SignIn(string email, string password)
    {
        var door = await _http.GetStringAsync(new Uri("/entrar", UriKind.Relative));
        var fields = Hidden().Matches(door).Select(field => KeyValuePair.Create(WebUtility.HtmlDecode(field.Groups["name"].Value), WebUtility.HtmlDecode(field.Groups["value"].Value)));
        using var answer = await _http.PostAsync(new Uri("/entrar", UriKind.Relative), new FormUrlEncodedContent([.. fields, KeyValuePair.Create("Form.Email", email), KeyValuePair.Create("Form.Password", password)]));
        if (answer.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"Signing in answered {answer.StatusCode}.");
    }

    /// <summary>A page to its end; of a file the first byte, and no more.</summary>
    public async Task<(HttpStatusCode Status, double Milliseconds, string? Html)> Visit(string address)
    {
        var began = Stopwatch.GetTimestamp();
        using var answer = await _http.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
        {
            var html = await answer.Content.ReadAsStringAsync();
            return (answer.StatusCode, Stopwatch.GetElapsedTime(began).TotalMilliseconds, html);
        }
        await using var file = await answer.Content.ReadAsStreamAsync();
        _ = await file.ReadAsync(new byte[1]);
        return (answer.StatusCode, Stopwatch.GetElapsedTime(began).TotalMilliseconds, null);
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Hidden();
}
