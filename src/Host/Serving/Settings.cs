using Microsoft.Extensions.Configuration.Json;

namespace CoopAssistant.Host.Serving;

/// <summary>
/// Where settings come from, weakest first: the program's own <c>appsettings.json</c>, the one in the working folder,
/// the environment (<c>Twilio__AuthToken</c>), the command line (<c>--Bot:Url=…</c>).
/// </summary>
internal static class Settings
{
    /// <summary>Settings are read once. The framework would watch their whole folder for changes, and the database, written every turn, often lies in it.</summary>
    private const string ReadOnce = "--hostBuilder:reloadConfigOnChange=false";

    /// <summary>Slim: without HTTP/3, and without what watches and starts other things.</summary>
    public static WebApplicationBuilder NewBuilder(string[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [ReadOnce, .. settings], ContentRootPath = Directory.GetCurrentDirectory() });
        builder.Configuration.Sources.Insert(0, new JsonConfigurationSource
        {
            Path = Path.Combine(AppContext.BaseDirectory, "appsettings.json"),
            Optional = true,
        }.Resolved());
        builder.WebHost.UseKestrelHttpsConfiguration();
        return builder;
    }

    /// <summary>The folder of the content packs as it will probably be found, read sooner than a whole face is built; null where that needs more than files, environment and command line.</summary>
    public static string? LikelyContentPath(string[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
            .AddEnvironmentVariables().AddCommandLine(settings).Build();
        try
        {
            return ContentPath(configuration);
        }
        catch (Commands.WrongSettingException)
        {
            return null;
        }
    }

    /// <summary>Folder of the content packs: as configured, else beside the program.</summary>
    /// <exception cref="Commands.WrongSettingException">Neither exists.</exception>
    public static string ContentPath(IConfiguration configuration)
    {
        var configured = configuration["Content:Path"] ?? "content";
        var here = Path.GetFullPath(configured);
        if (Directory.Exists(Path.Combine(here, "programmes"))) return here;
        var beside = Path.Combine(AppContext.BaseDirectory, "content");
        if (configured == "content" && Directory.Exists(beside)) return beside;
        throw new Commands.WrongSettingException($"Content:Path is “{configured}”, but {here} holds no folder “programmes”. Give the folder with the content packs.");
    }

    /// <summary>The address a face listens on, checked.</summary>
    /// <exception cref="Commands.WrongSettingException">Not an http or https address.</exception>
    public static string FaceUrl(IConfiguration configuration, string setting)
    {
        var url = configuration[setting];
        foreach (var part in (url ?? "").Split(';', StringSplitOptions.TrimEntries))
        {
            var readable = part.Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal);
            if (!Uri.TryCreate(readable, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.AbsolutePath != "/")
                throw new Commands.WrongSettingException($"{setting} is “{url}”, which is no address to listen on. Write it like http://localhost:5080.");
        }
        return url!;
    }

    private static JsonConfigurationSource Resolved(this JsonConfigurationSource source)
    {
        source.ResolveFileProvider();
        return source;
    }
}
