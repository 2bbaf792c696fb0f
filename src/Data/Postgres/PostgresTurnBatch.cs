using Npgsql;
using static CoopAssistant.Data.Postgres.PostgresParameter;

namespace CoopAssistant.Data.Postgres;

/// <summary>The statements that write turns whose ids are drawn: known conversations, newcomers, links, parked messages, messages, and what the turns' changes state.</summary>
internal static class PostgresTurnBatch
{
    private const string Columns = "id, channel, version, reply_address, last_inbound_at, last_message_id, is_held, has_opted_out, awaited_from_her, state";

    private const string Update = $"""
        UPDATE conversations c SET version = n.version, reply_address = n.reply_address, last_inbound_at = n.last_inbound_at, last_message_id = n.last_message_id,
            is_held = n.is_held, has_opted_out = n.has_opted_out, awaited_from_her = n.awaited_from_her, state = n.state, has_parked = false
        FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) AS n ({Columns})
        WHERE c.id = n.id
        """;

    /// <summary>Fails, by a division by zero, unless every conversation still has the version that was decided on.</summary>
    private const string UpdateIfUnchanged = $"WITH written AS ({Update} AND c.version = n.version - 1 RETURNING 1) SELECT 1 / (count(*) = $11)::int FROM written";

    private const string Insert = $"""
        INSERT INTO conversations ({Columns}, has_parked)
        SELECT n.*, false FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) AS n
        """;

    /// <param name="areLocked">False: nobody has looked yet whether the conversations are as they were decided on and the addresses free; where they are not, the batch fails.</param>
    public static void Add(NpgsqlBatchCommandCollection commands, List<KeptTurn> kept, Queue<long> ids, bool areLocked)
    {
        var messages = new MessageColumns(kept.Count * 2);
        foreach (var turn in kept) turn.Write(messages, ids);
        var newcomers = kept.FindAll(k => k.Turn.Before.IsNew);
        var known = newcomers.Count == 0 ? kept : kept.FindAll(k => !k.Turn.Before.IsNew);

        if (known.Count > 0) commands.Add(areLocked ? Conversations(known, Update) : UpdateUnchanged(known));
        if (newcomers.Count > 0)
        {
            if (!areLocked) commands.Add(AddAddresses(newcomers));
            commands.Add(AddContacts(newcomers));
            commands.Add(Conversations(newcomers, Insert));
        }
        var links = kept.FindAll(k => k.Link is not null);
        if (links.Count > 0) commands.Add(AddLinks(links));
        var released = known.FindAll(k => k.Turn.Before.HasParked);
        if (released.Count > 0) commands.Add(Release(released));
        commands.Add(messages.Insert());
        foreach (var turn in kept)
            foreach (var statement in turn.Pending.Statements(turn.ContactId)) commands.Add(PostgresStatement.Of(statement));
    }

    private static NpgsqlBatchCommand UpdateUnchanged(List<KeptTurn> known)
    {
        var update = Conversations(known, UpdateIfUnchanged);
        update.Parameters.Add(Of((long)known.Count));
        return update;
    }

    private static NpgsqlBatchCommand AddAddresses(List<KeptTurn> newcomers) =>
        new("INSERT INTO contact_addresses (channel, address, contact_id) SELECT * FROM unnest($1, $2, $3)")
        {
            Parameters =
            {
                Of(newcomers.ConvertAll(k => (short)k.Turn.Inbound.Channel).ToArray()),
                Of(newcomers.ConvertAll(k => k.Turn.Inbound.Address).ToArray()),
                Of(newcomers.ConvertAll(k => k.ContactId).ToArray()),
            },
        };

    private static NpgsqlBatchCommand Release(List<KeptTurn> released) =>
        new("UPDATE messages SET delivery = 1, not_before = NULL WHERE conversation_id = ANY ($1) AND delivery = 2")
        {
            Parameters = { Of(released.ConvertAll(k => k.ContactId).ToArray()) },
        };

    private static NpgsqlBatchCommand AddContacts(List<KeptTurn> newcomers) =>
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

    private static NpgsqlBatchCommand AddLinks(List<KeptTurn> links) =>
        new("INSERT INTO contact_addresses (channel, address, contact_id) SELECT * FROM unnest($1, $2, $3) ON CONFLICT DO NOTHING")
        {
            Parameters =
            {
                Of(links.ConvertAll(k => (short)k.Turn.Inbound.Channel).ToArray()),
                Of(links.ConvertAll(k => k.Link!).ToArray()),
                Of(links.ConvertAll(k => k.ContactId).ToArray()),
            },
        };

    private static NpgsqlBatchCommand Conversations(List<KeptTurn> turns, string sql)
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
}
