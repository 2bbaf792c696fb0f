namespace CoopAssistant.Programme.Packs;

/// <summary>Something in a content file that must be put right before it is used.</summary>
/// <param name="File">Path below the content folder, with forward slashes.</param>
/// <param name="Line">1 for the first; 0 where the whole file is meant (it is missing).</param>
/// <param name="Message">What is wrong and what to do about it.</param>
public sealed record PackProblem(string File, int Line, string Message)
{
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Message}" : $"{File}: {Message}";
}

/// <summary>Collects what is wrong while files are read, so that one reading tells everything.</summary>
public sealed class PackProblems
{
    private readonly List<PackProblem> _found = [];

    public bool Any => _found.Count > 0;
    public int Count => _found.Count;

    public void Add(string file, int line, string message) => _found.Add(new PackProblem(file, line, message));

    /// <summary>By file and line, the same for the same files.</summary>
    public IReadOnlyList<PackProblem> InOrder() =>
        [.. _found.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Message, StringComparer.Ordinal)];
}
