using System.Net;
using System.Text.RegularExpressions;
using CoopAssistant.Benchmarks.Filling;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace CoopAssistant.Benchmarks.Scenarios;

/// <summary>
/// What there is to visit: every page without a number in its address, and whatever the pages themselves lead to, one of each kind. Two addresses are of one kind where
/// the same page shows them with the same filters; words that choose a tab are told apart, other values and words among several filters are not.
/// </summary>
internal sealed partial class FoundAddresses
{
    private static readonly string[] Choosing = ["ver", "que", "como", "plazo", "estado", "etapa", "fuente", "espera", "orden", "volvio", "repetidos", "tipo", "clase"];
    private readonly List<(TemplateMatcher Matcher, string Pattern)> _pages;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<string> _next = [];
    private readonly string? _only;

    /// <param name="only">How those begin that are visited; null for all.</param>
    public FoundAddresses(IEnumerable<RouteEndpoint> pages, ManyRegistrations.Known known, string? only)
    {
        _only = only;
        var all = pages.Select(page => page.RoutePattern).OrderBy(pattern => pattern.Parameters.Count).ToList();
        _pages = all.ConvertAll(pattern => (new TemplateMatcher(TemplateParser.Parse(pattern.RawText!), []), pattern.RawText!));
        foreach (var pattern in all.Where(pattern => pattern.Parameters.Count == 0)) Add("/" + pattern.RawText!.TrimStart('/'));
        foreach (var address in Asked) Add(known.Fill(address.Replace("{id}", known.Id.ToString(), StringComparison.Ordinal)));
    }

    /// <summary>These and no others, for who mends a page.</summary>
    public FoundAddresses(IReadOnlyList<string> only) => (_pages, _next) = ([], new(only));

    /// <summary>What no link says: what staff type and choose in forms.</summary>
    private static readonly string[] Asked =
    [
        "/registros/{id}", "/registros/{id}/corregir/comunidad", "/registros?q=maria", "/registros?q=gonsales&estado=aceptado&orden=nombre", "/registros?region=PA-2&pagina=40", "/registros?plazo=primero&orden=antiguos",
        // Lists to which figures lead: filters that only the registrations themselves know.
        "/registros?rubro=TEX", "/registros?fuente=web", "/registros?etapa=revisado", "/registros?etapa=grupo", "/registros?etapa=cooperativa", "/registros?sinregion=1",
        "/registros?desde=2024-01&hasta=2024-03", "/registros?desde=2024-01&hasta=2024-03&rubro=TEX&q=maria", "/registros?desde=2024-01&hasta=2024-03&etapa=revisado&region=PA-2&orden=nombre",
        "/auditoria?registro={folio}", "/auditoria?ver=cambios&registro={folio}", "/auditoria?quien=colega-7", "/auditoria?ver=cambios&quien=colega-7", "/auditoria?desde=2024-03-01&hasta=2024-03-31",
        "/auditoria?ver=cambios&desde=2024-03-01&hasta=2024-03-31", "/auditoria?quien=colega-7&desde=2024-03-01&hasta=2024-03-31", "/auditoria?pagina=2000", "/auditoria?quien=colega-7&registro={folio}",
        "/grupos?q=llano", "/grupos?desde=2025-12&hasta=2026-11&que=reconocidas", "/grupos?estado=cooperativa&pagina=40", "/conversaciones?ver=cerradas&pagina=100", "/envios?pagina=50", "/comunidades?pagina=40", "/difusiones/1", "/difusiones/50", "/difusiones/1?ver=leido", "/recibidas?pagina=2", "/reuniones/para?q=llano", "/lugares?q=quebrada&pagina=2",
        .. Audiences("/difusiones/contar?Sent.Where=PA", "/difusiones/contar?Sent.Where=BO", "/difusiones/contar?Sent.Where=PA%2FPA-2", "/difusiones/contar?Sent.Where=BO%2FBO-L"),
    ];

    /// <summary>A broadcast's audience for a country and a region: everybody, by state, activity, language, group and lessons.</summary>
    private static IEnumerable<string> Audiences(params string[] places) =>
        from place in places
        from chosen in new[] { "", "&Sent.Statuses=3", "&Sent.Rubro=TEX", "&Sent.Language=es", "&Sent.Language=ay", "&Sent.Group=si", "&Sent.Group=no", "&Sent.Learning=1", "&Sent.Learning=2", "&Sent.Learning=3", "&Sent.Statuses=3&Sent.Rubro=TEX&Sent.Group=no&Sent.Learning=2" }
        select place + chosen;

    public bool Next(out string address) => _next.TryDequeue(out address!);

    /// <summary>Addresses that a page leads to, or fetches to stay up to date.</summary>
    public void Read(string html)
    {
        if (_pages.Count == 0) return;
        foreach (Match link in Link().Matches(html)) Add(WebUtility.HtmlDecode(link.Groups["to"].Value));
    }

    private void Add(string address)
    {
        var path = address.Split('?', '#')[0];
        if (path is "/error" or "/no-encontrado" || path.StartsWith("/recursos/", StringComparison.Ordinal) || Asset().IsMatch(path)) return;
        if (_only is not null && !address.StartsWith(_only, StringComparison.Ordinal)) return;
        if (_seen.Add(Kind(path, address))) _next.Enqueue(address.Split('#')[0]);
    }

    private string Kind(string path, string address)
    {
        if (Asked.Contains(address, StringComparer.Ordinal)) return address;
        var page = _pages.Find(page => page.Matcher.TryMatch(path, [])).Pattern ?? Number().Replace(path, "…");
        var asked = address.Contains('?', StringComparison.Ordinal) ? address[(address.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('#')[0].Split('&', StringSplitOptions.RemoveEmptyEntries) : [];
        var parts = asked.Select(part => part.Split('=')).Where(part => part[0] is not ("aviso" or "pagina")).ToList();
        return page + "?" + string.Join('&', parts.Select(part => parts.Count == 1 && Choosing.Contains(part[0], StringComparer.Ordinal) ? string.Join('=', part) : part[0]).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("(?:href|data-live)=\"(?<to>/[^\"]*)\"", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Link();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Number();

    [GeneratedRegex("\\.(?:css|js|svg|png|ico|woff2|webmanifest)$", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Asset();
}
