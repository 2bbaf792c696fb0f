using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using CoopAssistant.Bot.WebChat.Pages;

namespace CoopAssistant.Bot.WebChat.Widget;

/// <summary>
/// The widget as one ES module: the files of this folder in order, without their imports, comments and indentation, with the words and the
/// style inside. Made once at start; compressed for the first who asks, and kept so.
/// </summary>
internal sealed class WidgetBundle
{
    private static readonly string[] Modules = ["dom.js", "device.js", "line.js", "message.js", "files.js", "chat.js"];

    private readonly Lazy<byte[]> _brotli, _gzip;

    public WidgetBundle(SiteWords words)
    {
        var known = new Dictionary<string, string>(words.Section("widget"), StringComparer.Ordinal) { ["lang"] = words.Language };
        var script = new StringBuilder()
            .Append("const words={").Append(Quoted(words.Language)).Append(":{").AppendJoin(',', known.Select(word => $"{Quoted(word.Key)}:{Quoted(word.Value)}")).Append("}};\n")
            .Append("const css=").Append(Quoted(Style(Read("chat.css")))).Append(";\n");
        foreach (var module in Modules) Append(script, Read(module));
        Plain = Encoding.UTF8.GetBytes(script.ToString());
        _brotli = new(() => Compressed(stream => new BrotliStream(stream, CompressionLevel.SmallestSize)));
        _gzip = new(() => Compressed(stream => new GZipStream(stream, CompressionLevel.SmallestSize)));
        ETag = $"\"{Convert.ToHexString(SHA256.HashData(Plain), 0, 8)}\"";
    }

    public byte[] Plain { get; }
    public byte[] Brotli => _brotli.Value;
    public byte[] Gzip => _gzip.Value;

    /// <summary>Quoted, as in the header.</summary>
    public string ETag { get; }

    private static void Append(StringBuilder script, string module)
    {
        var inComment = false;
        foreach (var line in module.Split('\n').Select(l => l.Trim()))
        {
            inComment |= line.StartsWith("/*", StringComparison.Ordinal);
            var isCode = !inComment && line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal) && !line.StartsWith("import ", StringComparison.Ordinal);
            inComment &= !line.EndsWith("*/", StringComparison.Ordinal);
            if (isCode) script.Append(line.StartsWith("export ", StringComparison.Ordinal) ? line["export ".Length..] : line).Append('\n');
        }
    }

    /// <summary>Letters stay as they are; what could end a script or a string is escaped.</summary>
    private static string Quoted(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";

    private static string Style(string css) => string.Concat(css.Split('\n').Select(l => l.Trim()))
        .Replace(" { ", "{", StringComparison.Ordinal).Replace("; }", "}", StringComparison.Ordinal)
        .Replace("; ", ";", StringComparison.Ordinal).Replace(": ", ":", StringComparison.Ordinal);

    private static string Read(string name)
    {
        using var stream = typeof(WidgetBundle).Assembly.GetManifestResourceStream($"WebChat/Widget/{name}") ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private byte[] Compressed(Func<Stream, Stream> wrap)
    {
        using var bytes = new MemoryStream();
        using (var compressor = wrap(bytes)) compressor.Write(Plain);
        return bytes.ToArray();
    }
}
