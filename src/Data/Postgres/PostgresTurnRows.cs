using CoopAssistant.Data.Turns;
using CoopAssistant.Messaging.Turns;
using Npgsql;
using static CoopAssistant.Data.Postgres.PostgresParameter;

namespace CoopAssistant.Data.Postgres;

/// <summary>
/// The rows of many turns in few statements, mostly in one trip: with ids drawn ahead, for which the database itself refuses what is no longer as it was
/// decided on. Where there are none, or it refuses, one trip locks the conversations and draws the ids, and one writes and ends the transaction. Locks are taken in
/// the order of ids, so that two processes never wait for each other crosswise. Blocks: its caller has a thread of its own, and an answer
/// that came through the thread pool would stand in line behind the requests there.
/// </summary>
internal sealed class PostgresTurnRows(NpgsqlConnection connection)
{
    private readonly IdsAhead _ahead = new();

    /// <summary>Writes and commits in one trip. To be called outside of a transaction.</summary>
    /// <returns>False: nothing was written, and <see cref="Write"/> will tell which turns stand.</returns>
    public bool WriteAtOnce(IReadOnlyList<PendingTurn> turns)
    {
        var need = IdsNeeded.By(turns);
        if (!_ahead.Suffices(need)) return false;
        var kept = new List<KeptTurn>(turns.Count);
        foreach (var pending in turns) kept.Add(new KeptTurn(pending, pending.Turn.Before.IsNew ? _ahead.Contacts.Dequeue() : pending.Turn.Before.Id));
        kept.Sort(KeptTurn.InOrderOfLocks);
        using var batch = new NpgsqlBatch(connection);
        PostgresTurnBatch.Add(batch.BatchCommands, kept, _ahead.Messages, areLocked: false);
        try
        {
            _ahead.Draw(batch, need);
            return true;
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.DivisionByZero
            or PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure)
        {
            _ahead.Forget();
            return false;
        }
    }

    /// <summary>Leaves a result in each turn. Runs inside the caller's transaction; throws where a statement fails.</summary>
    /// <param name="commits">The last trip ends the transaction too, where anything is written.</param>
    /// <returns>True: the transaction is over.</returns>
    public bool Write(IReadOnlyList<PendingTurn> turns, bool commits)
    {
        var drawn = LockAndDraw(turns);
        var kept = Standing(turns, drawn);
        if (kept.Count == 0) return false;
        using var batch = new NpgsqlBatch(connection);
        PostgresTurnBatch.Add(batch.BatchCommands, kept, _ahead.Messages, areLocked: true);
        if (commits) batch.BatchCommands.Add(new("COMMIT"));
        batch.ExecuteNonQuery();
        return commits;
    }

    /// <summary>Conversations as they stand now, by id.</summary>
    public Dictionary<long, StoredConversation> Reload(long[] ids)
    {
        using var command = new NpgsqlCommand($"SELECT {PostgresTurnStore.Columns} FROM conversations c WHERE c.id = ANY ($1)", connection) { Parameters = { Of(ids) } };
        using var reader = command.ExecuteReader();
        var stored = new Dictionary<long, StoredConversation>(ids.Length);
        while (reader.Read()) stored.Add(reader.GetInt64(0), PostgresTurnStore.Read(reader));
        return stored;
    }

    /// <param name="Versions">Of the conversations that are known and now locked, by id.</param>
    /// <param name="Contacts">New ids of those whose address was still free, by address.</param>
    private sealed record Drawn(Dictionary<long, long> Versions, Dictionary<(short Channel, string Address), long> Contacts);

    private Drawn LockAndDraw(IReadOnlyList<PendingTurn> turns)
    {
        var known = new List<long>(turns.Count);
        HashSet<(short Channel, string Address)>? newcomers = null;
        foreach (var turn in turns.Select(pending => pending.Turn))
        {
            if (turn.Before.IsNew) (newcomers ??= []).Add(AddressOf(turn));
            else known.Add(turn.Before.Id);
        }

        using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { new("SELECT id, version FROM conversations WHERE id = ANY ($1) ORDER BY id FOR UPDATE") { Parameters = { Of(known.ToArray()) } } },
        };
        if (newcomers is not null) batch.BatchCommands.Add(TakeAddresses(newcomers));
        var drawn = new Drawn(new(known.Count), []);
        _ahead.DrawAnew(batch, IdsNeeded.By(turns), reader =>
        {
            while (reader.Read()) drawn.Versions.Add(reader.GetInt64(0), reader.GetInt64(1));
            if (newcomers is null) return;
            reader.NextResult();
            while (reader.Read()) drawn.Contacts.Add((reader.GetInt16(0), reader.GetString(1)), reader.GetInt64(2));
        });
        return drawn;
    }

    private static (short Channel, string Address) AddressOf(TurnCommit turn) => ((short)turn.Inbound.Channel, turn.Inbound.Address);

    /// <summary>The primary key decides who is first with a new address; who is not decides again.</summary>
    private static NpgsqlBatchCommand TakeAddresses(IReadOnlyCollection<(short Channel, string Address)> newcomers) => new("""
        INSERT INTO contact_addresses (channel, address, contact_id)
        SELECT channel, address, nextval('contacts_id_seq') FROM (SELECT * FROM unnest($1, $2) AS n (channel, address) ORDER BY channel, address) AS n
        ON CONFLICT DO NOTHING RETURNING channel, address, contact_id
        """)
    {
        Parameters = { Of(newcomers.Select(n => n.Channel).ToArray()), Of(newcomers.Select(n => n.Address).ToArray()) },
    };

    /// <summary>Turns that stand on the version that is stored, or on an address that was free; of two for the same only the first.</summary>
    private static List<KeptTurn> Standing(IReadOnlyList<PendingTurn> turns, Drawn drawn)
    {
        var kept = new List<KeptTurn>(turns.Count);
        foreach (var pending in turns)
        {
            var before = pending.Turn.Before;
            var contactId = before.Id;
            var stands = before.IsNew
                ? drawn.Contacts.Remove(AddressOf(pending.Turn), out contactId)
                : drawn.Versions.Remove(before.Id, out var version) && version == before.Version;
            if (stands) kept.Add(new KeptTurn(pending, contactId));
            else pending.Result = CommitResult.Conflict;
        }
        return kept;
    }
}
