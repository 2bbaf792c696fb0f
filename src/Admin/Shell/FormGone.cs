using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace CoopAssistant.Admin.Shell;

/// <summary>A form that its page no longer has when it comes: a colleague, or another tab, changed what it stood on.</summary>
/// <param name="Typed">What seems to have been written by a person, so that the explaining page gives it back.</param>
internal sealed record FormGone(IReadOnlyList<string> Typed)
{
    /// <summary>Field in which the framework sends a form's name.</summary>
    public const string NameOfForm = "_handler";

    /// <summary>Null where the request was refused for another reason.</summary>
    public static FormGone? Of(HttpContext http) => http.Items[typeof(FormGone)] as FormGone;

    public static void Note(HttpContext http)
    {
        // With a good token a named form is refused for nothing else.
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true } || !http.Request.HasFormContentType || http.Request.Form[NameOfForm].Count == 0) return;
        http.Items[typeof(FormGone)] = new FormGone([.. http.Request.Form.Where(field => !IsSecret(field.Key)).SelectMany(field => field.Value).Select(text => text?.Trim() ?? "").Where(text => text.Contains(' ', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)]);
    }

    private static bool IsSecret(string field) => field.StartsWith('_') || field.Contains("Password", StringComparison.OrdinalIgnoreCase);
}
