using System.Globalization;
using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Authoring;
using CoopAssistant.Admin.Security;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Messaging.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CoopAssistant.Admin.Words;

/// <summary>What buttons around a text do.</summary>
internal static class WordsEndpoints
{
    private const string Elsewhere = "fuera-de-territorio";
    private const string Changed = "cambio";

    public static void MapWords(this IEndpointRouteBuilder routes)
    {
        var words = routes.MapGroup("/textos/{kind}/{name}").RequireAuthorization(Permission.EditContent);
        words.MapPost("/descartar", Discard).RequireFormToken();
        words.MapPost("/seguir", GoOn).RequireFormToken();
        words.MapPost("/volver", Restore).RequireFormToken();
        words.MapPost("/quitar", Withdraw).RequireFormToken();
        words.MapPost("/propio", BeginOwn).RequireFormToken();
    }

    public static string Notice(PublishWordsResult result) => result switch
    {
        PublishWordsResult.Published => "texto-publicado",
        PublishWordsResult.Nothing => "nada-que-publicar",
        PublishWordsResult.Outdated => "borrador-viejo",
        PublishWordsResult.Stopped => "detenida",
        PublishWordsResult.Warned => "avisada",
        _ => Changed,
    };

    /// <summary>Back to the list: what was only a draft has no page any more.</summary>
    private static async Task<RedirectHttpResult> Discard(string kind, string name, string? pais, HttpContext http, SaveWords save)
    {
        var isGone = false;
        var back = await Act(kind, name, pais, http, async (key, form) => (isGone = await save.Discard(key, Number(form, "version"), http.RequestAborted)) ? "texto-descartado" : Changed);
        return isGone ? TypedResults.LocalRedirect($"/textos?tipo={kind}&aviso=texto-descartado") : back;
    }

    private static Task<RedirectHttpResult> GoOn(string kind, string name, string? pais, HttpContext http, SaveWords save) => Act(kind, name, pais, http, async (key, form) =>
        await save.GoOn(key, Number(form, "version"), http.RequestAborted) ? "sigue" : Changed);

    private static Task<RedirectHttpResult> Restore(string kind, string name, string? pais, HttpContext http, PublishWords publish) => Act(kind, name, pais, http, async (key, form) =>
        await publish.Restore(key, Number(form, "numero"), Number(form, "version"), http.User.StaffId(), http.RequestAborted) switch
        {
            PublishWordsResult.Published => "vuelta",
            PublishWordsResult.Stopped => "texto-no-vuelve",
            var result => Notice(result),
        }, "historial");

    private static Task<RedirectHttpResult> Withdraw(string kind, string name, string? pais, HttpContext http, PublishWords publish) => Act(kind, name, pais, http, async (key, form) =>
        await publish.Withdraw(key, Number(form, "version"), http.User.StaffId(), http.RequestAborted) switch
        {
            PublishWordsResult.Published => "texto-quitado",
            PublishWordsResult.Stopped => "texto-hace-falta",
            var result => Notice(result),
        });

    /// <summary>A draft for one country, with the words of all to begin with.</summary>
    private static Task<RedirectHttpResult> BeginOwn(string kind, string name, string? pais, HttpContext http, ReadWords read, SaveWords save, Programmes programmes) => Act(kind, name, pais, http, async (key, _) =>
    {
        var all = await read.All(http.RequestAborted);
        if (programmes.Find(key.Country) is null || key.Kind is not (WordsKind.Text or WordsKind.Answer)) return Changed;
        if (all.FirstOrDefault(words => words.Key == key) is { Text: not null }) return "variante";
        var text = all.FirstOrDefault(words => words.Key == key with { Country = "" })?.Published switch
        {
            WordsText.Said said => said,
            WordsText.Answer answer => new WordsText.OwnAnswer(answer.Text),
            _ => (WordsText?)null,
        };
        var number = all.FirstOrDefault(words => words.Key == key)?.Number ?? 0;
        return text is not null && await save.Handle(new(key, text, 0, number, http.User.StaffId()), http.RequestAborted) ? "variante" : Changed;
    });

    private static async Task<RedirectHttpResult> Act(string kind, string name, string? country, HttpContext http, Func<WordsKey, IFormCollection, Task<string>> act, string page = "")
    {
        if (WordsTerms.Read(kind, name, country) is not { } key) return TypedResults.LocalRedirect("/textos");
        var notice = http.User.MayWrite(key) ? await act(key, await http.Request.ReadFormAsync(http.RequestAborted)) : Elsewhere;
        return TypedResults.LocalRedirect(AuthoringWords.With(WordsTerms.Address(key, page), "aviso=" + notice));
    }

    private static int Number(IFormCollection form, string name) => int.TryParse(form[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
