using System.Net;
using System.Text.RegularExpressions;

namespace CoopAssistant.Admin.Tests;

/// <summary>Takes a list of registrations out as staff do: ask for it, wait until it is ready, save it.</summary>
internal static partial class Exporting
{
    public static async Task<string> Export(this Visitor visitor, string format, bool personal = false, string list = "/registros")
    {
        using var answer = await visitor.ExportFile(format, personal, list);
        return await answer.Content.ReadAsStringAsync();
    }

    public static async Task<HttpResponseMessage> ExportFile(this Visitor visitor, string format, bool personal = false, string list = "/registros")
    {
        (string, string)[] asked = personal ? [("como", format), ("datos", "1")] : [("como", format)];
        (await visitor.Submit(list, "/registros/descargar", asked)).Dispose();
        return await visitor.Get(await visitor.Ready());
    }

    /// <summary>Address of the newest file, once it is ready.</summary>
    public static async Task<string> Ready(this Visitor visitor)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            var page = await visitor.Read("/descargas/lista");
            Assert.DoesNotContain("no se pudo hacer", page, StringComparison.Ordinal);
            if (NewestReady().Match(page) is { Success: true } ready) return WebUtility.HtmlDecode(ready.Groups["address"].Value);
            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>The first line of the list has its file.</summary>
    [GeneratedRegex("^(?:(?!</li>).)*?href=\"(?<address>/descargas/[0-9a-f-]+/archivo)\"", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NewestReady();
}
