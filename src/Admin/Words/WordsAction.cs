using CoopAssistant.Admin.Authoring;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Messaging.Words;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CoopAssistant.Admin.Words;

/// <summary>A button beside a text: finds what it is about, asks whether she or he may write it, and leads back with what came of it.</summary>
internal sealed class WordsAction(ReadWords read, Programmes programmes)
{
    public const string Elsewhere = "fuera-de-territorio";

    /// <param name="act">Gets what lies on the desk, empty where nothing does yet; returns the word of the notice.</param>
    /// <param name="page">Where it leads back to: empty for the text itself.</param>
    public async Task<RedirectHttpResult> Do(string kind, string name, string? country, HttpContext http, Func<DeskWords, IFormCollection, Task<string>> act, string page = "")
    {
        if (WordsTerms.Read(kind, name, country) is not { } key) return TypedResults.LocalRedirect("/textos");
        var words = await read.Find(key, http.RequestAborted) ?? new DeskWords(key, null, null, 0, "", null, null, 0, 0, "", null);
        var notice = http.User.MayWrite(words, programmes) ? await act(words, await http.Request.ReadFormAsync(http.RequestAborted)) : Elsewhere;
        return TypedResults.LocalRedirect(AuthoringWords.With(WordsTerms.Address(key, page), "aviso=" + notice));
    }
}
