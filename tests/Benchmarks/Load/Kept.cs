using System.Data.Common;
using CoopAssistant.Benchmarks.Servers;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CoopAssistant.Benchmarks.Load;

/// <summary>
/// Reads back what was acknowledged: every message once and in order, and after each the reply it must have. What the first woman heard at
/// a step all others must hear, digits aside (folios differ); what the first one heard is looked at by name.
/// </summary>
internal static class Kept
{
    /// <param name="key">The woman's key in this server's tables.</param>
    /// <param name="skipped">Turns each of them had before.</param>
    /// <param name="lastWords">What the very last reply of a whole dialogue must say.</param>
    public static async Task Check(Contestant server, Crowd crowd, Func<Woman, string> key, string lastWords, int skipped = 0)
    {
        var threads = await Threads(server);
        var replies = new string?[crowd.Dialogue.Length];
        var ended = 0;
        foreach (var woman in crowd.All)
        {
            var turns = threads.GetValueOrDefault(key(woman)) ?? [];
            if (turns.Count != woman.Acknowledged + skipped) throw new InvalidOperationException($"{server.Name}: {woman.Acknowledged + skipped} messages of a woman were acknowledged and {turns.Count} are kept.");
            for (var step = 0; step < woman.Acknowledged; step++)
            {
                var (said, heard) = turns[step + skipped];
                var expected = crowd.Dialogue.Text(woman, step);
                if (said != expected && said.Length > 0) throw new InvalidOperationException($"{server.Name}: step {step} keeps “{said}” and not “{expected}”.");
                var reply = string.Concat(heard.Where(c => !char.IsAsciiDigit(c)));
                if (reply.Length == 0 || reply != (replies[step] ??= reply)) throw new InvalidOperationException($"{server.Name}: after step {step} she heard “{heard}”.");
            }
            if (woman.Acknowledged == crowd.Dialogue.Length) ended++;
        }
        if (ended == 0) Console.Error.WriteLine($"  {server.Name}: too slow for a dialogue to end; its last reply was not looked at.");
        else if (!replies[^1]!.Contains(lastWords, StringComparison.Ordinal)) throw new InvalidOperationException($"{server.Name}: the last words were “{replies[^1]}”.");
    }

    public static string PhoneOf(Woman woman) => $"5076{woman.Digits}";

    private static async Task<Dictionary<string, List<(string Said, string Heard)>>> Threads(Contestant server)
    {
        await using DbConnection connection = server.Postgres is null ? new SqliteConnection($"Data Source={server.File};Mode=ReadOnly;Pooling=False") : new NpgsqlConnection(server.Postgres);
        await connection.OpenAsync();
        await using var read = connection.CreateCommand();
#pragma warning disable CA2100 // constant texts
        read.CommandText = server.Kind == Kind.Coop
            ? "SELECT c.reply_address, m.direction, m.text FROM messages m JOIN conversations c ON c.id = m.conversation_id ORDER BY m.id"
            : "SELECT conversation_id, CASE WHEN is_hers THEN 1 ELSE 2 END, text FROM messages ORDER BY id";
#pragma warning restore CA2100
        var threads = new Dictionary<string, List<(string, string)>>(StringComparer.Ordinal);
        await using var reader = await read.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var who = Convert.ToString(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)!.Replace("whatsapp:+", "", StringComparison.Ordinal);
            if (!threads.TryGetValue(who, out var thread)) threads[who] = thread = [];
            if (Convert.ToInt32(reader.GetValue(1), System.Globalization.CultureInfo.InvariantCulture) == 1) thread.Add((reader.GetString(2), ""));
            else thread[^1] = (thread[^1].Item1, thread[^1].Item2 + reader.GetString(2));
        }
        return threads;
    }
}
