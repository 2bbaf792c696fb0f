namespace CoopAssistant.Admin.Exports;

/// <summary>A table to take along: a heading and rows of texts and whole numbers.</summary>
/// <param name="Name">Of the file, without ending, and of the sheet; up to 31 letters.</param>
public sealed record Sheet(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    internal LongSheet Long => new(Name, Lines());

    private async IAsyncEnumerable<IReadOnlyList<object?>> Lines()
    {
        yield return Columns;
        foreach (var row in Rows) yield return row;
        await Task.CompletedTask;
    }
}
