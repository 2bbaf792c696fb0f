using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace CoopAssistant.Admin.Exports;

/// <summary>A short table as CSV or as a workbook, made while it is asked for.</summary>
internal static class SheetFiles
{
    /// <param name="format">csv or xlsx; anything else is not found.</param>
    public static IResult File(Sheet sheet, string format, CancellationToken cancel) => format switch
    {
        "csv" => CsvFile.Of(sheet.Name + ".csv", sheet.Columns, Texts(sheet), cancel),
        "xlsx" => TypedResults.Stream(async stream => await stream.WriteAsync(await Workbook(sheet, cancel), cancel), XlsxFile.ContentType, sheet.Name + ".xlsx"),
        _ => TypedResults.NotFound(),
    };

    public static async Task<byte[]> Workbook(Sheet sheet, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await XlsxFile.Write(bytes, [sheet.Long], cancel);
        return bytes.ToArray();
    }

    private static async IAsyncEnumerable<IReadOnlyList<string?>> Texts(Sheet sheet)
    {
        foreach (var row in sheet.Rows) yield return [.. row.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture))];
        await Task.CompletedTask;
    }
}
