using CoopAssistant.Admin.Exports;
using CoopAssistant.Admin.Wording;

namespace CoopAssistant.Admin.Figures;

/// <summary>One line of a report.</summary>
/// <param name="Count">Null where hidden, or where <paramref name="Text"/> says it all.</param>
/// <param name="Share">«12 %»; empty where it is no part of anything, or hidden.</param>
/// <param name="Text">What people read instead of the number: words, or an amount with its currency.</param>
public sealed record ReportLine(string Name, long? Count, string Share = "", string? Text = null)
{
    public string Shown => Text ?? (Count is { } count ? Plural.Number(count) : Report.HiddenCell);
}

/// <param name="Note">What else to know; null for nothing.</param>
public sealed record ReportPart(string Title, IReadOnlyList<ReportLine> Lines, string? Note = null);

/// <summary>A report ready to be printed or put into a sheet.</summary>
/// <param name="Where">The place it is about.</param>
/// <param name="Made">When its figures were counted, in words.</param>
/// <param name="Hidden">What is not shown, and why; empty where everything is.</param>
/// <param name="Definitions">What each figure counts.</param>
internal sealed record Report(string Title, string Where, string Made, IReadOnlyList<ReportPart> Parts, string Hidden, IReadOnlyList<(string Name, string Meaning)> Definitions)
{
    public const string HiddenCell = "oculto";

    /// <param name="name">Of the file, without ending.</param>
    public Sheet ToSheet(string name)
    {
        var figures = Parts.SelectMany(part => part.Lines.Select(line => new object?[] { part.Title, line.Name, line.Count ?? (object)line.Shown, line.Share }));
        var words = Definitions.Select(definition => new object?[] { "Qué cuenta cada cifra", definition.Name, definition.Meaning, "" });
        object?[][] hidden = Hidden.Length == 0 ? [] : [["Lo oculto", "", Hidden, ""]];
        return new(name, ["Parte", "Cifra", "Cantidad", "Parte del total"], [new object?[] { Title, Where, Made, "" }, .. figures, .. hidden, .. words]);
    }
}
