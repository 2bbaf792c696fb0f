namespace CoopAssistant.Admin.Figures;

/// <summary>One line of the report.</summary>
/// <param name="Count">Null where hidden.</param>
/// <param name="Share">«12 %»; empty where it is no part of anything, or hidden.</param>
internal sealed record ReportLine(string Name, int? Count, string Share = "");

/// <param name="Note">What else to know; null for nothing.</param>
internal sealed record ReportPart(string Title, IReadOnlyList<ReportLine> Lines, string? Note = null);

/// <summary>A month of the programme, ready to be printed or put into a sheet.</summary>
/// <param name="Where">The place it is about.</param>
/// <param name="Made">When its figures were counted, in words.</param>
/// <param name="Hidden">What is not shown, and why.</param>
internal sealed record MonthlyReport(string Title, string Where, string Made, IReadOnlyList<ReportPart> Parts, string Hidden)
{
    public const string HiddenCell = "oculto";
}
