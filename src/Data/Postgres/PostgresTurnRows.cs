using CoopAssistant.Data.Turns;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Turns;
using Npgsql;

namespace CoopAssistant.Data.Postgres;

/// <summary>
/// The rows of many turns in few statements: one trip locks the conversations and draws the ids, one writes and ends the transaction. Locks are taken in
/// the order of ids, so that two processes never wait for each other crosswise. Blocks: its caller has a thread of its own, and an answer
/// that came through the thread pool would stand in line behind the requests there.
/// </summary>
internal sealed class PostgresTurnRows(NpgsqlConnection connection)
{
    /// <summary>Leaves a result in each turn. Runs inside the caller's transaction; throws where a statement fails.</summary>
    /// <param name="commits">The last trip ends the transaction too, where anything is written.</param>
    /// <returns>True: the transaction is over.</returns>
    public bool Write(IReadOnlyList<PendingTurn> turns, bool commits)
    {
        var drawn = LockAndDraw(turns);
        var kept = Standing(turns, drawn);
        if (kept.Count == 0) return false;
        WriteRows(kept, drawn.Messages, commits);
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
    /// <param name="Messages">As many new ids as there are messages, in order.</param>
    private sealed record Drawn(Dictionary<long, long> Versions, Dictionary<(short Channel, string Address), long> Contacts, Queue<long> Messages);

    private Drawn LockAndDraw(IReadOnlyList<PendingTurn> turns)
    {
        var known = new List<long>(turns.Count);
        var messages = 0L;
        HashSet<(short Channel, string Address)>? newcomers = null;
        foreach (var turn in turns.Select(pending => pending.Turn))
        {
            messages += 1 + turn.Replies.Count;
            if (turn.Before.IsNew) (newcomers ??= []).Add(AddressOf(turn));
            else known.Add(turn.Before.Id);
        }

        using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { new("SELECT id, version FROM conversations WHERE id = ANY ($1) ORDER BY id FOR UPDATE") { Parameters = { Of(known.ToArray()) } } },
        };
        if (newcomers is not null) batch.BatchCommands.Add(TakeAddresses(newcomers));
        batch.BatchCommands.Add(new("SELECT nextval('messages_id_seq') FROM generate_series(1, $1)") { Parameters = { Of(messages) } });
        using var reader = batch.ExecuteReader();
        var drawn = new Drawn(new(known.Count), [], new((int)messages));
        while (reader.Read()) drawn.Versions.Add(reader.GetInt64(0), reader.GetInt64(1));
        reader.NextResult();
        if (newcomers is not null)
        {
            while (reader.Read()) drawn.Contacts.Add((reader.GetInt16(0), reader.GetString(1)), reader.GetInt64(2));
            reader.NextResult();
        }
        while (reader.Read()) drawn.Messages.Enqueue(reader.GetInt64(0));
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
    private static List<Kept> Standing(IReadOnlyList<PendingTurn> turns, Drawn drawn)
    {
        var kept = new List<Kept>(turns.Count);
        foreach (var pending in turns)
        {
            var before = pending.Turn.Before;
            var contactId = before.Id;
            var stands = before.IsNew
                ? drawn.Contacts.Remove(AddressOf(pending.Turn), out contactId)
                : drawn.Versions.Remove(before.Id, out var version) && version == before.Version;
            if (stands) kept.Add(new Kept(pending, contactId));
            else pending.Result = CommitResult.Conflict;
        }
        return kept;
    }

    private void WriteRows(List<Kept> kept, Queue<long> ids, bool commits)
    {
        var messages = new MessageColumns(kept.Count * 2);
        foreach (var turn in kept) turn.Write(messages, ids);
        var newcomers = kept.FindAll(k => k.Turn.Before.IsNew);
        var known = newcomers.Count == 0 ? kept : kept.FindAll(k => !k.Turn.Before.IsNew);

        using var batch = new NpgsqlBatch(connection);
        if (newcomers.Count > 0)
        {
            batch.BatchCommands.Add(AddContacts(newcomers));
            batch.BatchCommands.Add(Conversations(newcomers, """
                INSERT INTO conversations (id, channel, version, reply_address, last_inbound_at, last_message_id, is_held, has_opted_out, awaited_from_her, state, has_parked)
                SELECT n.*, false FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) AS n
                """));
        }
        if (known.Count > 0)
        {
            batch.BatchCommands.Add(Conversations(known, """
                UPDATE conversations c SET version = n.version, reply_address = n.reply_address, last_inbound_at = n.last_inbound_at, last_message_id = n.last_message_id,
                    is_held = n.is_held, has_opted_out = n.has_opted_out, awaited_from_her = n.awaited_from_her, state = n.state, has_parked = false
                FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                    AS n (id, channel, version, reply_address, last_inbound_at, last_message_id, is_held, has_opted_out, awaited_from_her, state)
                WHERE c.id = n.id
                """));
        }
        var links = kept.FindAll(k => k.Link is not null);
        if (links.Count > 0) batch.BatchCommands.Add(AddLinks(links));
        var released = known.FindAll(k => k.Turn.Before.HasParked);
        if (released.Count > 0)
        {
            batch.BatchCommands.Add(new("UPDATE messages SET delivery = 1, not_before = NULL WHERE conversation_id = ANY ($1) AND delivery = 2")
            {
                Parameters = { Of(released.ConvertAll(k => k.ContactId).ToArray()) },
            });
        }
        batch.BatchCommands.Add(messages.Insert());
        foreach (var turn in kept)
            foreach (var statement in turn.Pending.Statements(turn.ContactId)) batch.BatchCommands.Add(PostgresStatement.Of(statement));
        if (commits) batch.BatchCommands.Add(new("COMMIT"));
        batch.ExecuteNonQuery();
    }

    private static NpgsqlBatchCommand AddContacts(List<Kept> newcomers) =>
        new("INSERT INTO contacts (id, channel, profile_name, created_at) SELECT * FROM unnest($1, $2, $3, $4)")
        {
            Parameters =
            {
                Of(newcomers.ConvertAll(k => k.ContactId).ToArray()),
                Of(newcomers.ConvertAll(k => (short)k.Turn.Inbound.Channel).ToArray()),
                Of(newcomers.ConvertAll(k => k.Turn.Inbound.ProfileName).ToArray()),
                Of(newcomers.ConvertAll(k => k.Turn.Inbound.ReceivedAt.UtcDateTime).ToArray()),
            },
        };

    private static NpgsqlBatchCommand AddLinks(List<Kept> links) =>
        new("INSERT INTO contact_addresses (channel, address, contact_id) SELECT * FROM unnest($1, $2, $3) ON CONFLICT DO NOTHING")
        {
            Parameters =
            {
                Of(links.ConvertAll(k => (short)k.Turn.Inbound.Channel).ToArray()),
                Of(links.ConvertAll(k => k.Link!).ToArray()),
                Of(links.ConvertAll(k => k.ContactId).ToArray()),
            },
        };

    private static NpgsqlBatchCommand Conversations(List<Kept> turns, string sql)
    {
        var n = turns.Count;
        var (ids, channels, versions, addresses, times) = (new long[n], new short[n], new long[n], new string[n], new DateTime[n]);
        var (newest, held, optedOut, awaited, states) = (new long?[n], new bool[n], new bool[n], new string?[n], new byte[n][]);
        for (var i = 0; i < n; i++)
        {
            var (turn, after) = (turns[i].Turn, turns[i].Pending.Result!.After!);
            (ids[i], channels[i], versions[i], addresses[i], times[i]) =
                (after.Id, (short)turn.Inbound.Channel, after.Version, turn.Inbound.ReplyAddress ?? turn.Inbound.Address, turn.Inbound.ReceivedAt.UtcDateTime);
            (newest[i], held[i], optedOut[i], awaited[i], states[i]) = (after.LastMessageId, after.IsHeld, after.HasOptedOut, after.AwaitedFromHer, after.State);
        }
        return new NpgsqlBatchCommand(sql)
        {
            Parameters = { Of(ids), Of(channels), Of(versions), Of(addresses), Of(times), Of(newest), Of(held), Of(optedOut), Of(awaited), Of(states) },
        };
    }

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };

    /// <summary>A turn that will be written, and whose contact it is.</summary>
    private sealed record Kept(PendingTurn Pending, long ContactId)
    {
        public TurnCommit Turn => Pending.Turn;
        public string? Link => Turn.Before.IsNew ? Turn.Inbound.OtherAddress : Turn.LinkAddress;

        public void Write(MessageColumns messages, Queue<long> ids)
        {
            var (inbound, at) = (Turn.Inbound, Turn.Inbound.ReceivedAt.UtcDateTime);
            var inboundId = ids.Dequeue();
            messages.Add(
                inboundId, ContactId, Turn.Before.LastMessageId, MessageDirection.Inbound, Pending.InboundText, Pending.InboundExtras, inbound.ProviderId, at, Delivery.None);
            var newest = inboundId;
            foreach (var (reply, extras) in Turn.Replies.Zip(Pending.ReplyExtras))
            {
                var id = ids.Dequeue();
                messages.Add(
                    id, ContactId, newest, MessageDirection.Outbound, reply.Text, extras, null, at,
                    inbound.Channel == Channel.WhatsApp ? Delivery.Pending : Delivery.None);
                newest = id;
            }
            var after = new StoredConversation(
                ContactId, Turn.Before.Version + 1, Turn.State, newest, Turn.IsHeld, Turn.HasOptedOut, HasParked: false, Turn.AwaitedFromHer);
            Pending.Result = new CommitResult(CommitOutcome.Committed, after, inboundId);
        }
    }

    private sealed class MessageColumns(int capacity)
    {
        private readonly List<long> _ids = new(capacity), _conversations = new(capacity);
        private readonly List<long?> _previous = new(capacity);
        private readonly List<short> _directions = new(capacity), _deliveries = new(capacity);
        private readonly List<string> _texts = new(capacity);
        private readonly List<string?> _extras = new(capacity), _providerIds = new(capacity);
        private readonly List<DateTime> _times = new(capacity);

        public void Add(
            long id, long conversation, long? previous, MessageDirection direction, string text, string? extras, string? providerId, DateTime at, Delivery delivery)
        {
            _ids.Add(id);
            _conversations.Add(conversation);
            _previous.Add(previous);
            _directions.Add((short)direction);
            _texts.Add(text);
            _extras.Add(extras);
            _providerIds.Add(providerId);
            _times.Add(at);
            _deliveries.Add((short)delivery);
        }

        public NpgsqlBatchCommand Insert() => new("""
            INSERT INTO messages (id, conversation_id, previous_id, direction, text, extras, provider_id, at, delivery, attempts)
            SELECT n.*, 0 FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) AS n
            """)
        {
            Parameters =
            {
                Of(_ids.ToArray()), Of(_conversations.ToArray()), Of(_previous.ToArray()), Of(_directions.ToArray()), Of(_texts.ToArray()),
                Of(_extras.ToArray()), Of(_providerIds.ToArray()), Of(_times.ToArray()), Of(_deliveries.ToArray()),
            },
        };
    }
}
