using CoopAssistant.Messaging.Words;
using CoopAssistant.Programme.Identity;

namespace CoopAssistant.Admin.Words;

/// <summary>What the list shows, as it stands in the address.</summary>
internal sealed record WordsQuery(WordsKind Kind, string? Text, string? Section, string? Country, string? Only)
{
    public const string Drafts = "borradores";
    public const string Changed = "cambiados";

    public IReadOnlyList<DeskWords> Of(IEnumerable<DeskWords> all)
    {
        var looked = Plain.Of(Text ?? "");
        return
        [
            .. all.Where(words => words.Key.Kind == Kind && (words.Text is not null || words.IsChanged))
                .Where(words => string.IsNullOrEmpty(Section) || words.Key.Section == Section)
                .Where(words => string.IsNullOrEmpty(Country) || words.Key.Country == Country || (words.Key.IsForAll && Only is null))
                .Where(words => Only switch { Drafts => words.IsDraft, Changed => words.IsChanged, _ => true })
                .Where(words => looked.Length == 0 || Plain.Of($"{words.Key.Name} {WordsTerms.Lines(words.Text)}").Contains(looked, StringComparison.Ordinal)),
        ];
    }

    public string Address(int page = 1, WordsKind? kind = null, string? only = null) => "/textos?tipo=" + WordsTerms.Slug(kind ?? Kind)
        + Part("q", kind is null ? Text : null) + Part("parte", kind is null ? Section : null) + Part("pais", Country) + Part("ver", kind is null ? only ?? Only : null) + (page > 1 ? $"&pagina={page}" : "");

    private static string Part(string name, string? value) => string.IsNullOrEmpty(value) ? "" : $"&{name}={Uri.EscapeDataString(value)}";
}
