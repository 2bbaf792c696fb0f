using System.Globalization;
using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Security;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Messaging.Words;
using CoopAssistant.Programme.Recordings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CoopAssistant.Admin.Words;

/// <summary>What buttons around a text do.</summary>
internal static class WordsEndpoints
{
    private const string Changed = "cambio";

    public static void MapWords(this IEndpointRouteBuilder routes)
    {
        var words = routes.MapGroup("/textos/{kind}/{name}").RequireAuthorization(Permission.EditContent);
        words.MapPost("/descartar", Discard).RequireFormToken();
        words.MapPost("/seguir", GoOn).RequireFormToken();
        words.MapPost("/volver", Restore).RequireFormToken();
        words.MapPost("/quitar", Withdraw).RequireFormToken();
        words.MapPost("/propio", BeginOwn).RequireFormToken();
        routes.MapGet("/textos/voces/{fileId}", Play).RequireAuthorization(Permission.EditContent);
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

    private static async Task<Results<FileContentHttpResult, NotFound>> Play(string fileId, ReadStatusVoiceBytes read, CancellationToken cancel) =>
        await read.Handle(fileId, cancel) is { } bytes ? TypedResults.File(bytes, RecordingFile.ContentType, enableRangeProcessing: true) : TypedResults.NotFound();

    /// <summary>Back to the list: what was only a draft has no page any more.</summary>
    private static async Task<RedirectHttpResult> Discard(string kind, string name, string? pais, HttpContext http, WordsAction action, SaveWords save)
    {
        var isGone = false;
        var back = await action.Do(kind, name, pais, http, async (words, form) => (isGone = await save.Discard(words.Key, Number(form, "version"), http.RequestAborted)) ? "texto-descartado" : Changed);
        return isGone ? TypedResults.LocalRedirect($"/textos?tipo={kind}&aviso=texto-descartado") : back;
    }

    private static Task<RedirectHttpResult> GoOn(string kind, string name, string? pais, HttpContext http, WordsAction action, SaveWords save) => action.Do(kind, name, pais, http, async (words, form) =>
        await save.GoOn(words.Key, Number(form, "version"), http.RequestAborted) ? "sigue" : Changed);

    private static Task<RedirectHttpResult> Restore(string kind, string name, string? pais, HttpContext http, WordsAction action, WordsHistory history, PublishWords publish, Programmes programmes) =>
        action.Do(kind, name, pais, http, async (words, form) =>
        {
            var number = Number(form, "numero");
            var text = (await history.Handle(words, http.RequestAborted)).FirstOrDefault(entry => entry.Number == number)?.Text;
            if (!http.User.MayWrite(words.Key, programmes.Find(words.Key.Country), text)) return WordsAction.Elsewhere;
            return await publish.Restore(words.Key, number, Number(form, "version"), http.User.StaffId(), http.RequestAborted) switch
            {
                PublishWordsResult.Published => "vuelta",
                PublishWordsResult.Stopped => "texto-no-vuelve",
                var result => Notice(result),
            };
        }, "historial");

    private static Task<RedirectHttpResult> Withdraw(string kind, string name, string? pais, HttpContext http, WordsAction action, PublishWords publish, OfficeAccounts accounts) =>
        action.Do(kind, name, pais, http, async (words, form) =>
        {
            var isOffice = words.Key.Kind == WordsKind.Office;
            if (isOffice && await accounts.Any(words.Key.Country, words.Key.Name, http.RequestAborted)) return "oficina-con-cuentas";
            return await publish.Withdraw(words.Key, Number(form, "version"), http.User.StaffId(), http.RequestAborted) switch
            {
                PublishWordsResult.Published => isOffice ? "oficina-quitada" : "texto-quitado",
                PublishWordsResult.Stopped => isOffice ? "oficina-hace-falta" : "texto-hace-falta",
                var result => Notice(result),
            };
        });

    /// <summary>A draft for one country, with the words of all to begin with.</summary>
    private static Task<RedirectHttpResult> BeginOwn(string kind, string name, string? pais, HttpContext http, WordsAction action, ReadWords read, SaveWords save, Programmes programmes) =>
        action.Do(kind, name, pais, http, async (words, _) =>
        {
            if (programmes.Find(words.Key.Country) is null || words.Key.Kind is not (WordsKind.Text or WordsKind.Answer)) return Changed;
            if (words.Text is not null) return "variante";
            var text = (await read.Find(words.Key with { Country = "" }, http.RequestAborted))?.Published switch
            {
                WordsText.Said said => said,
                WordsText.Answer answer => new WordsText.OwnAnswer(answer.Text),
                _ => (WordsText?)null,
            };
            return text is not null && await save.Handle(new(words.Key, text, 0, words.Number, http.User.StaffId()), http.RequestAborted) ? "variante" : Changed;
        });

    private static int Number(IFormCollection form, string name) => int.TryParse(form[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
