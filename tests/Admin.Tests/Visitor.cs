using System.Net.Http.Headers;
using System.Net;
using System.Text.RegularExpressions;

namespace CoopAssistant.Admin.Tests;

/// <summary>Somebody with a browser that runs no scripts. Follows redirects only where a test does.</summary>
public sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _http;
    private readonly CookieContainer _cookies = new();

    /// <param name="behindHttps">As a proxy on the same machine would say it.</param>
    public Visitor(Uri address, bool behindHttps)
    {
        _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = _cookies }) { BaseAddress = address };
        if (behindHttps) _http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
    }

    /// <summary>As the browser would send them now.</summary>
    public string Cookies => _cookies.GetCookieHeader(_http.BaseAddress!);

    public Task<HttpResponseMessage> Get(string path) => _http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute));

    /// <param name="etag">What was seen before.</param>
    public async Task<HttpResponseMessage> Get(string path, string etag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        return await _http.SendAsync(request);
    }

    public async Task<string> Read(string path)
    {
        using var answer = await Get(path);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Opens the page, fills the form of this name (or address) and sends it.</summary>
    public async Task<HttpResponseMessage> Submit(string path, string form, params (string Name, string Value)[] fields)
    {
        var (action, filled) = await Fill(path, form, fields);
        return await Post(action, filled);
    }

    /// <summary>Opens the page and fills the form, without sending it.</summary>
    public async Task<(string Action, (string Name, string Value)[] Fields)> Fill(string path, string form, params (string Name, string Value)[] fields)
    {
        using var answer = await Get(path);
        return FillIn(await answer.Content.ReadAsStringAsync(), form, path, fields);
    }

    /// <summary>The same on a page that is open already.</summary>
    public (string Action, (string Name, string Value)[] Fields) FillIn(string page, string form, string path = "", params (string Name, string Value)[] fields)
    {
        var html = Forms().Matches(page).Select(m => m.Value).First(f =>
            f.Contains($"name=\"_handler\" value=\"{form}\"", StringComparison.Ordinal) || f.Contains($"action=\"{form}\"", StringComparison.Ordinal));
        var hidden = Hidden().Matches(html).Select(m => (WebUtility.HtmlDecode(m.Groups["name"].Value), WebUtility.HtmlDecode(m.Groups["value"].Value)));
        var action = Action().Match(html) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups["action"].Value) : path;
        return (action, [.. hidden, .. fields]);
    }

    public Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields) =>
        _http.PostAsync(new Uri(path, UriKind.RelativeOrAbsolute), new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    /// <summary>As a browser does, with the page that the form was on.</summary>
    public async Task<HttpResponseMessage> PostFrom(string page, string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
        request.Headers.Referrer = new Uri(_http.BaseAddress!, page);
        return await _http.SendAsync(request);
    }

    /// <summary>Submits a form of a page with a file.</summary>
    public async Task<HttpResponseMessage> Upload(string page, string form, string field, byte[] file, params (string Name, string Value)[] fields)
    {
        var (_, hidden) = await Fill(page, form);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in hidden.Concat(fields).DistinctBy(part => part.Name)) content.Add(new StringContent(value), name);
        var bytes = new ByteArrayContent(file);
        bytes.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Add(bytes, field, "archivo");
        return await Post(page, content);
    }

    public Task<HttpResponseMessage> Post(string path, HttpContent content) => _http.PostAsync(new Uri(path, UriKind.RelativeOrAbsolute), content);

    public Task<HttpResponseMessage> SignIn(string email, string password, string path = "/entrar") =>
        Submit(path, "entrar", ("Form.Email", email), ("Form.Password", password));

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("<form[^>]*>.*?</form>", RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Forms();

    [GeneratedRegex("<form[^>]*action=\"(?<action>[^\"]*)\"", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Action();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Hidden();
}
