namespace CoopAssistant.Programme.Packs;

/// <summary>
/// A paper to be filled with a group's data (<c>papers/*.md</c>): Markdown with headings, lists and words in braces.
/// <see cref="Founders"/> and <see cref="Officers"/> stand alone in their lines and become tables.
/// </summary>
/// <param name="Code">Name of its file.</param>
/// <param name="Name">Its first heading.</param>
public sealed record Paper(string Code, string Name, string Markdown)
{
    public const string Founders = "fundadoras";
    public const string Officers = "cargos";
}
