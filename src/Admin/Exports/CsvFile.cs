using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CoopAssistant.Admin.Exports;

/// <summary>A table written line by line, so that its length does not matter. Spreadsheets open it with its accents, and take no cell for a formula.</summary>
internal static class CsvFile
{
    public const string ContentType = "text/csv; charset=utf-8";

    public static PushStreamHttpResult Of(string fileName, IReadOnlyList<string> headings, IAsyncEnumerable<IReadOnlyList<string?>> lines, CancellationToken cancel) =>
        TypedResults.Stream(stream => Write(stream, headings, lines, cancel), ContentType, fileName);

    public static async Task Write(Stream stream, IReadOnlyList<string> headings, IAsyncEnumerable<IReadOnlyList<string?>> lines, CancellationToken cancel)
    {
        await using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 32 * 1024, leaveOpen: true);
        await using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape });
        foreach (var heading in headings) csv.WriteField(heading);
        await csv.NextRecordAsync();
        await foreach (var line in lines.WithCancellation(cancel))
        {
            foreach (var cell in line) csv.WriteField(cell);
            await csv.NextRecordAsync();
        }
    }
}
