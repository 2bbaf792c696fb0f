using Npgsql;
using static CoopAssistant.Data.Postgres.PostgresParameter;

namespace CoopAssistant.Data.Postgres;

/// <summary>
/// Ids of contacts and messages drawn with the trip before, so that a group needs no trip of its own for them. In a thread ids rise, also where other
/// processes write in it: what they drew later must not come first, so those of messages are soon forgotten, and never given after a higher one.
/// </summary>
internal sealed class IdsAhead
{
    /// <summary>Those who follow the table by its ids look back for longer (NewMessageWatch, 3 s).</summary>
    private static readonly TimeSpan Good = TimeSpan.FromMilliseconds(500);

    private const int FewestContacts = 16;

    private long _drawn;

    public Queue<long> Messages { get; } = new();
    public Queue<long> Contacts { get; } = new();

    public bool Suffices(IdsNeeded need) =>
        need.Messages <= Messages.Count && need.Contacts <= Contacts.Count && need.Above < Messages.Peek() && TimeProvider.System.GetElapsedTime(_drawn) < Good;

    public void Forget()
    {
        Messages.Clear();
        Contacts.Clear();
    }

    /// <summary>Sends a batch that may be refused, and with it draws twice what such a group needs.</summary>
    public void Draw(NpgsqlBatch batch, IdsNeeded need)
    {
        if (Messages.Count == 0) _drawn = TimeProvider.System.GetTimestamp();
        batch.BatchCommands.Insert(0, NextMessages(need.Messages * 2 - Messages.Count));
        batch.BatchCommands.Insert(1, NextContacts(need));
        using var reader = batch.ExecuteReader();
        Read(reader, Messages);
        reader.NextResult();
        Read(reader, Contacts);
        while (reader.NextResult())
        {
            // what is written stands when the last statement has answered
        }
    }

    /// <summary>Sends a batch that locks, and then draws what this group needs and twice as much.</summary>
    /// <param name="locked">Reads what the batch itself answers.</param>
    public void DrawAnew(NpgsqlBatch batch, IdsNeeded need, Action<NpgsqlDataReader> locked)
    {
        Messages.Clear();
        _drawn = TimeProvider.System.GetTimestamp();
        batch.BatchCommands.Add(NextMessages(need.Messages * 3));
        batch.BatchCommands.Add(NextContacts(need));
        using var reader = batch.ExecuteReader();
        locked(reader);
        reader.NextResult();
        Read(reader, Messages);
        reader.NextResult();
        Read(reader, Contacts);
    }

    private NpgsqlBatchCommand NextContacts(IdsNeeded need) =>
        new("SELECT nextval('contacts_id_seq') FROM generate_series(1, $1)") { Parameters = { Of(Math.Max(FewestContacts, need.Contacts * 2) - Contacts.Count) } };

    private static NpgsqlBatchCommand NextMessages(int count) =>
        new("SELECT nextval('messages_id_seq') FROM generate_series(1, $1)") { Parameters = { Of(count) } };

    private static void Read(NpgsqlDataReader reader, Queue<long> ids)
    {
        while (reader.Read()) ids.Enqueue(reader.GetInt64(0));
    }
}
