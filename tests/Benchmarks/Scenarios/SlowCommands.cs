using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CoopAssistant.Benchmarks.Scenarios;

/// <summary>Says on the error output which commands took long, until their last row was read, and what failed, for who wants to mend a page: set COOP_SLOW to milliseconds.</summary>
internal sealed class SlowCommands(double milliseconds) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly ConcurrentDictionary<Guid, TimeSpan> _asked = new();

    public static bool IsAsked => Environment.GetEnvironmentVariable("COOP_SLOW") is not null;

    public static IDisposable? Watch() =>
        double.TryParse(Environment.GetEnvironmentVariable("COOP_SLOW"), NumberStyles.Float, CultureInfo.InvariantCulture, out var from) ? DiagnosticListener.AllListeners.Subscribe(new SlowCommands(from)) : null;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == Microsoft.EntityFrameworkCore.DbLoggerCategory.Name) value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        switch (value.Value)
        {
            // A reader's own time begins once the database has answered.
            case CommandExecutedEventData { ExecuteMethod: DbCommandMethod.ExecuteReader } asked: _asked[asked.CommandId] = asked.Duration; break;
            case CommandExecutedEventData done: Tell(done.Command, done.Duration, "done"); break;
            case DataReaderDisposingEventData closed:
                _asked.TryRemove(closed.CommandId, out var answered);
                Tell(closed.Command, answered + closed.Duration, $"{closed.ReadCount} rows");
                break;
        }
    }

    private void Tell(DbCommand command, TimeSpan took, string what)
    {
        if (took.TotalMilliseconds >= milliseconds)
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"-- {took.TotalMilliseconds:0} ms, {what}\n{command.CommandText}\n-- {string.Join(", ", command.Parameters.Cast<DbParameter>().Select(p => $"{p.ParameterName}={p.Value}"))}"));
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }
}
