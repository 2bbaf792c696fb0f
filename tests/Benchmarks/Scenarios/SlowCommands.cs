using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CoopAssistant.Benchmarks.Scenarios;

/// <summary>Says on the error output which commands took long, and what failed, for who wants to mend a page: set COOP_SLOW to milliseconds.</summary>
internal sealed class SlowCommands(double milliseconds) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    public static bool IsAsked => Environment.GetEnvironmentVariable("COOP_SLOW") is not null;

    public static IDisposable? Watch() =>
        double.TryParse(Environment.GetEnvironmentVariable("COOP_SLOW"), NumberStyles.Float, CultureInfo.InvariantCulture, out var from) ? DiagnosticListener.AllListeners.Subscribe(new SlowCommands(from)) : null;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == Microsoft.EntityFrameworkCore.DbLoggerCategory.Name) value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        // A command may take long until its first row, or while its rows are read.
        if (value.Value is CommandExecutedEventData { ExecuteMethod: DbCommandMethod.ExecuteReader } executed && executed.Duration.TotalMilliseconds >= milliseconds)
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"-- {executed.Duration.TotalMilliseconds:0} ms until the first row\n{executed.Command.CommandText}"));
        if (value.Value is DataReaderDisposingEventData closed && closed.Duration.TotalMilliseconds >= milliseconds)
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"-- {closed.Duration.TotalMilliseconds:0} ms, {closed.ReadCount} rows\n{closed.Command.CommandText}\n-- {string.Join(", ", closed.Command.Parameters.Cast<System.Data.Common.DbParameter>().Select(p => $"{p.ParameterName}={p.Value}"))}"));
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }
}
