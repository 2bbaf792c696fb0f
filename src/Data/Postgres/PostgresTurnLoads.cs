using System.Data;
using CoopAssistant.Data.Turns;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Turns;
using Npgsql;

namespace CoopAssistant.Data.Postgres;

/// <summary>
/// Loads conversations in groups: all that are asked for while one question is on its way go with the next, over one connection. A question for each would cost
/// both ends more than what it finds.
/// </summary>
internal sealed class PostgresTurnLoads : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly Gathering<Asked> _gathering;
    private readonly NpgsqlParameter<short[]> _channels = new() { TypedValue = [] };
    private readonly NpgsqlParameter<string[]> _addresses = new() { TypedValue = [] };
    private readonly NpgsqlCommand _question;

    public PostgresTurnLoads(PostgresDatabase database)
    {
        _connection = database.Source.CreateConnection();
        _question = new NpgsqlCommand($"""
            SELECT {PostgresTurnStore.Columns}, n.place FROM unnest($1, $2) WITH ORDINALITY AS n (channel, address, place)
            JOIN contact_addresses a ON a.channel = n.channel AND a.address = n.address JOIN conversations c ON c.id = a.contact_id
            """, _connection) { Parameters = { _channels, _addresses } };
        _gathering = new("Turn loads", Answer);
    }

    public Task<StoredConversation> Load(Channel channel, string address)
    {
        var asked = new Asked((short)channel, address);
        _gathering.Add(asked);
        return asked.Done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await _gathering.DisposeAsync();
        await _question.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private void Answer(List<Asked> group)
    {
        try
        {
            Find(group);
            foreach (var asked in group) asked.Done.TrySetResult(asked.Found);
        }
#pragma warning disable CA1031 // whatever it is, who asked gets it
        catch (Exception) when (group.Count > 1 && _connection.State == ConnectionState.Open)
        {
            foreach (var asked in group) Answer([asked]); // whichever cannot be asked for, alone it will be known
        }
        catch (Exception failure)
#pragma warning restore CA1031
        {
            foreach (var asked in group) asked.Done.TrySetException(failure);
        }
    }

    /// <summary>A restore that replaces the tables may wait crosswise with a reader, and a connection may be lost: both are asked again.</summary>
    private void Find(List<Asked> group)
    {
        for (var lost = 0; ;)
        {
            try
            {
                if (_connection.OpenForTurns()) _question.Prepare();
                Ask(group);
                return;
            }
            catch (PostgresException crossed) when (crossed.SqlState == PostgresErrorCodes.DeadlockDetected)
            {
            }
            catch (NpgsqlException) when (_connection.State != ConnectionState.Open && lost++ == 0)
            {
            }
        }
    }

    private void Ask(List<Asked> group)
    {
        var (channels, addresses) = (new short[group.Count], new string[group.Count]);
        for (var i = 0; i < group.Count; i++) (channels[i], addresses[i]) = (group[i].Channel, group[i].Address);
        (_channels.TypedValue, _addresses.TypedValue) = (channels, addresses);
        using var reader = _question.ExecuteReader();
        while (reader.Read()) group[(int)reader.GetInt64(8) - 1].Found = PostgresTurnStore.Read(reader);
    }

    private sealed class Asked(short channel, string address)
    {
        public short Channel => channel;
        public string Address => address;
        public StoredConversation Found { get; set; } = StoredConversation.Unknown;
        public TaskCompletionSource<StoredConversation> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
