using CoopAssistant.Benchmarks.Load;
using CoopAssistant.Benchmarks.Servers;
using Microsoft.Data.Sqlite;

namespace CoopAssistant.Benchmarks.Scenarios;

/// <summary>
/// The same women's dialogues with a thousand and with a million conversations stored: a thousand of those who are stored, far apart in
/// the tables, come back to the menu and register.
/// </summary>
internal static class Stored
{
    private const int Few = 1_000, Many = 1_000_000, Returning = 1_000;
    private const long Newcomers = 50_000_000;

    public static async Task Run(RunOptions options)
    {
        var results = new Results("A million conversations stored, SQLite, 64 connections");
        using var few = await Contestant.New(Kind.Coop, options.Program);
        using var many = await Contestant.New(Kind.Coop, options.Program);
        await Fill(few, Few * options.Rounds);
        await Fill(many, Many);
        var newcomers = Newcomers;
        for (var round = 0; round < options.Rounds; round++)
        {
            results.Add("1,000 stored", await Once(few, Few * options.Rounds, round, options, () => Woman.Nth(newcomers++)));
            results.Add("1,000,000 stored", await Once(many, Many, round, options, () => Woman.Nth(newcomers++)));
        }
        results.Print(
            new("turns/s, 1,000,000 by 1,000", results.Ratio("1,000,000 stored", "1,000 stored", r => r.PerSecond), AtLeast: 0.75),
            new("p99, 1,000,000 by 1,000", results.Ratio("1,000,000 stored", "1,000 stored", r => r.P99), AtMost: 1.5),
            new("working set with 1,000,000, MiB", results.Median("1,000,000 stored", r => r.WorkingSetMegabytes), AtMost: 300),
            new("working set added, MiB", results.Median("1,000,000 stored", r => r.WorkingSetMegabytes) - results.Median("1,000 stored", r => r.WorkingSetMegabytes), AtMost: 100));
    }

    private static async Task<Round> Once(Contestant contestant, int stored, int round, RunOptions options, Func<Woman> newcomer)
    {
        var server = await contestant.StartReady();
        var strangers = new Crowd(Dialogue.Registration, newcomer, Round.ByWebhook(server, Dialogue.Registration));
        var come = 0;
        var returning = new Crowd(
            Dialogue.RegistrationFromMenu, () => come < Returning ? Woman.Nth(Place(round, come++, stored)) : null, Round.ByWebhook(server, Dialogue.RegistrationFromMenu));
        await using var warm = await Loaded.Start(server, strangers, 64);
        await warm.WarmUp(options.WarmUp);
        await using var loaded = await Loaded.Start(server, returning, 64);

        // The last women of a thousand leave connections idle, so the last tenth does not count.
        await loaded.Measure(options.Time * 4, Returning * Dialogue.RegistrationFromMenu.Length * 9L / 10);
        await Kept.Check(contestant, returning, Kept.PhoneOf, "¡Listo, Ana!", skipped: 1);
        return loaded.Round;
    }

    /// <summary>Where the nth of a round's women lies among those stored: far from her neighbours, and another one each round.</summary>
    private static long Place(int round, int n, int stored) => (((long)n * stored / Returning) + (round * (stored < Many ? 1 : 7))) % stored;

    /// <summary>Women at the menu, as one real dialogue left her there, each with a message and its answer.</summary>
    private static async Task Fill(Contestant contestant, int women)
    {
        var server = await contestant.StartReady();
        var first = new Dialogue(Dialogue.Registration.Messages[..3]);
        var once = 0;
        var crowd = new Crowd(first, () => once++ == 0 ? Woman.Nth(Woman.Numbers - 1) : null, Round.ByWebhook(server, first));
        await using (var loaded = await Loaded.Start(server, crowd, 1)) await loaded.Measure(TimeSpan.FromMinutes(1));
        await using var connection = new SqliteConnection($"Data Source={contestant.File};Pooling=False");
        await connection.OpenAsync();
        await using var fill = connection.CreateCommand();
        fill.CommandTimeout = 0;
        fill.CommandText = """
            PRAGMA synchronous = OFF;
            PRAGMA cache_size = -262144;
            BEGIN;
            CREATE TEMP TABLE model AS SELECT * FROM conversations LIMIT 1;
            CREATE TEMP TABLE women AS
                WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $women)
                SELECT i + 100 AS id, printf('whatsapp:+5076%08d', i * 61803399 % 100000000) AS address FROM n;
            INSERT INTO contacts (id, channel, profile_name, created_at) SELECT id, 1, 'Ana', '2026-11-01 12:00:00' FROM women;
            INSERT INTO contact_addresses (channel, address, contact_id) SELECT 1, address, id FROM women ORDER BY address;
            INSERT INTO messages (id, conversation_id, previous_id, direction, text, provider_id, at, delivery, attempts)
                SELECT 2 * id, id, NULL, 1, '1', printf('SM%032d', id), '2026-11-01 12:00:00', 0, 0 FROM women
                UNION ALL SELECT 2 * id + 1, id, 2 * id, 2, '¿Qué quiere hacer? Escriba el número.', NULL, '2026-11-01 12:00:01', 8, 1 FROM women ORDER BY 1;
            INSERT INTO conversations (id, channel, version, reply_address, last_inbound_at, last_message_id, is_held, has_opted_out, has_parked, awaited_from_her, state)
                SELECT w.id, 1, m.version, w.address, m.last_inbound_at, 2 * w.id + 1, 0, 0, 0, NULL, m.state FROM women w, model m;
            COMMIT;
            PRAGMA wal_checkpoint(TRUNCATE);
            """;
        fill.Parameters.AddWithValue("$women", women);
        await fill.ExecuteNonQueryAsync();
    }
}
