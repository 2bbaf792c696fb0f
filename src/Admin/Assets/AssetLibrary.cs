using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;

namespace CoopAssistant.Admin.Assets;

/// <summary>
/// Styles and scripts from inside the assembly: <c>radzen.css</c>, <c>admin.css</c> (ours and every component's) and the
/// modules beside components. Their addresses change with their content, so browsers may keep them for good.
/// </summary>
internal sealed class AssetLibrary
{
    private readonly FrozenDictionary<string, Asset> _assets = Read().ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);

    public string Url(string name) => $"/recursos/{name}?v={_assets[name].Version}";

    public Asset? Find(string name) => _assets.GetValueOrDefault(name);

    private static IEnumerable<Asset> Read()
    {
        var names = typeof(AssetLibrary).Assembly.GetManifestResourceNames();
        var own = names.Where(name => name.EndsWith(".asset.css", StringComparison.Ordinal)).Concat(names.Where(name => name.StartsWith("scoped/", StringComparison.Ordinal)));
        yield return Asset.Of("radzen.css", "text/css; charset=utf-8", Bytes("radzen.css"));
        yield return Asset.Of("admin.css", "text/css; charset=utf-8", [.. own.SelectMany(Bytes)]);
        foreach (var name in names.Where(name => name.EndsWith(".js", StringComparison.Ordinal)))
            yield return Asset.Of(name, "text/javascript; charset=utf-8", Bytes(name));
        foreach (var name in names.Where(name => name.EndsWith(".svg", StringComparison.Ordinal)))
            yield return Asset.Of(name, "image/svg+xml", Bytes(name));
    }

    private static byte[] Bytes(string name)
    {
        using var stream = typeof(AssetLibrary).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

/// <param name="Version">Short hash of the content.</param>
internal sealed record Asset(string Name, string ContentType, string Version, byte[] Content, byte[] Gzipped)
{
    public static Asset Of(string name, string contentType, byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(content);
        return new Asset(name, contentType, Convert.ToHexStringLower(SHA256.HashData(content))[..12], content, packed.ToArray());
    }
}
