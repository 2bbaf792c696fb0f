using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CoopAssistant.Data.Staff;
using CoopAssistant.Programme.Registrations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Admin.Tests;

/// <summary>What protects staff and women, each proved on the running app; who may do what is in <see cref="Access.PermissionMatrixTests"/>.</summary>
public partial class SecurityProofTests
{
    [Fact]
    public async Task No_form_of_any_room_is_taken_without_its_antiforgery_token()
    {
        await using var host = await AdminHost.Start();
        var contact = await host.Seed.Contact();
        var registration = await host.Seed.Registration(contact: contact);
        using var visitor = await host.SignedIn();
        using var institution = await host.SignedIn("Nora Díaz", "nora@ejemplo.gob.pa", role: StaffRole.Ally);

        foreach (var endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods;
            if (methods?.Contains("POST") != true || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || path.Contains("_", StringComparison.Ordinal)) continue;
            path = Parameter().Replace(path, match => match.Groups["kind"].Value == "guid" ? registration.Value.ToString() : match.Groups["kind"].Value.Length > 0 ? "1" : "x");

            var whoMay = path.StartsWith("/recibidas", StringComparison.Ordinal) ? institution : visitor;
            using var answer = await whoMay.Post(path, ("_handler", "x"), ("Sent", "x"));

            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound, $"{path}: {answer.StatusCode}");
        }
        Assert.Equal(RegistrationStatus.Received, await host.Seed.Ask<Programme.ProgrammeDb, RegistrationStatus>(db => Task.FromResult(db.Registrations.Single(r => r.Id == registration).Status)));
    }

    [Fact]
    public async Task Scripts_come_from_here_alone_on_every_page()
    {
        await using var host = await AdminHost.Start();
        using var visitor = await host.SignedIn();

        foreach (var path in new[] { "/", "/registros", "/registros/listas", "/descargas", "/auditoria", "/no-existe" })
        {
            using var answer = await visitor.Get(path);
            var scripts = answer.Headers.GetValues("Content-Security-Policy").Single().Split(';').Single(part => part.Trim().StartsWith("script-src ", StringComparison.Ordinal));

            Assert.Equal("script-src 'self'", scripts.Trim());
            Assert.DoesNotMatch(InlineScript(), await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Neither_logs_nor_addresses_nor_the_audit_hold_what_identifies_a_woman()
    {
        await using var host = await AdminHost.Start(LogsAsShipped);
        var logs = new Kept();
        host.Services.GetRequiredService<ILoggerFactory>().AddProvider(logs);
        var registration = await host.Seed.Registration("Zoraida", "Quintero", document: "8-765-432", phone: "+50769998877", community: "Bajo Corral");
        using var visitor = await host.SignedIn();
        var path = $"/registros/{registration.Value}";
        var seen = new StringBuilder();
        async Task Look(Task<HttpResponseMessage> asked)
        {
            using var answer = await asked;
            seen.Append(answer.Headers.Location).Append('\n').AppendJoin('\n', Addresses().Matches(await answer.Content.ReadAsStringAsync()).Select(m => WebUtility.HtmlDecode(m.Groups["address"].Value))).Append('\n');
        }

        await Look(visitor.Get("/"));
        await Look(visitor.Get("/registros"));
        await Look(visitor.Get("/registros?q=8-765-432"));
        seen.Clear(); // what staff themselves type to search is in the address, where they keep it
        await Look(visitor.Get(path));
        await Look(visitor.Submit(path, "mostrar"));
        await Look(visitor.Submit($"{path}/corregir/documento", "corregir", ("Sent.Text", "no es"), ("Sent.Reason", "Zoraida lo dijo")));
        await Look(visitor.Submit($"{path}/corregir/telefono", "corregir", ("Sent.Text", "6777-6655"), ("Sent.Reason", "Zoraida lo dijo")));
        await Look(visitor.Submit(path, $"{path}/nota", ("texto", "Zoraida Quintero llamó")));
        (await visitor.ExportFile("csv", personal: true)).Dispose();
        await Look(visitor.Get("/descargas"));
        await Look(visitor.Get("/auditoria?ver=cambios"));
        await Look(visitor.Post("/error"));

        var audit = string.Join('\n', await host.Seed.Ask<Programme.ProgrammeDb, List<string>>(db => Task.FromResult(db.ChangeEntries.Select(c => c.Detail ?? "").ToList())));
        foreach (var hers in new[] { "Zoraida", "Quintero", "8-765-432", "69998877", "67776655", "6777-6655", "Bajo Corral" })
        {
            Assert.DoesNotContain(logs.Lines, line => line.Contains(hers, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(hers, seen.ToString(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(hers, audit, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task An_upload_is_judged_by_its_bytes_and_size_before_anything_is_kept()
    {
        await using var host = await AdminHost.Start();
        using var visitor = await host.SignedIn();

        var program = await Upload(visitor, [0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 0], "lista.xlsx");
        var large = await Upload(visitor, new byte[PaperLists.SheetReaderTests.TooLarge], "lista.csv");

        Assert.Contains("no es una hoja de cálculo", program, StringComparison.Ordinal);
        Assert.Contains("pesa demasiado", large, StringComparison.Ordinal);
        Assert.Equal(0, await host.Seed.Ask<Programme.ProgrammeDb, int>(db => Task.FromResult(db.PaperLists.Count())));
    }

    private static async Task<string> Upload(Visitor visitor, byte[] file, string name)
    {
        var (action, fields) = await visitor.Fill("/registros/listas", "revisar");
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in fields) form.Add(new StringContent(value), field);
        form.Add(new StringContent("PA/cocle"), "oficina");
        form.Add(new ByteArrayContent(file), "archivo", name);
        using var answer = await visitor.Post(action, form);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The levels that the program ships with.</summary>
    private static void LogsAsShipped(IConfiguration configuration)
    {
        var shipped = new ConfigurationBuilder().AddJsonFile(Path.Combine(Repository.Root, "src", "Host", "appsettings.json")).Build();
        foreach (var (key, value) in shipped.GetSection("Logging").AsEnumerable()) if (value is not null) configuration[key] = value;
    }

    private sealed class Kept : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue(formatter(state, exception) + exception);
        public void Dispose() { }
    }

    [GeneratedRegex("{[A-Za-z]+(?::(?<kind>[a-z]+))?}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex("(?:href|action|src)=\"(?<address>[^\"]*)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Addresses();

    [GeneratedRegex("<script(?![^>]*src=)|\\son[a-z]+=", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InlineScript();
}
