using CoopAssistant.Messaging.Conversations;
using Npgsql;
using static CoopAssistant.Data.Postgres.PostgresParameter;

namespace CoopAssistant.Data.Postgres;

/// <summary>Messages of many turns, a column an array, as one statement takes them.</summary>
internal sealed class MessageColumns(int capacity)
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
