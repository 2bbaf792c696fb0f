using CoopAssistant.Data.Turns;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Programme;
using Microsoft.Data.Sqlite;

namespace CoopAssistant.Data.Sqlite;

/// <summary>A turn's rows by prepared statements. Every method runs inside the writer's transaction.</summary>
internal sealed class SqliteTurnRows(SqliteConnection connection) : IDisposable
{
    private readonly List<SqliteStatement> _statements = [];
    private SqliteStatement? _newestMessage, _findAddress, _addContact, _addAddress, _linkAddress, _addConversation, _change, _addMessage, _release, _reload;
    private SqliteStatement? _begin, _commit, _rollback, _savepoint, _releaseSavepoint, _rollBackToSavepoint;
    private readonly Dictionary<string, SqliteStatement> _plain = new(StringComparer.Ordinal);
    private long _lastMessageId;

    /// <summary>Message ids follow the newest row: nobody else writes before this transaction ends.</summary>
    public void Begin()
    {
        Prepare(ref _newestMessage, "SELECT max(id) FROM messages").Step();
        _lastMessageId = _newestMessage!.Int64(0);
        _newestMessage.Reset();
    }

    public CommitResult Write(PendingTurn pending)
    {
        var turn = pending.Turn;
        var contactId = turn.Before.Id;
        var inboundId = _lastMessageId + 1;
        var newest = inboundId + turn.Replies.Count;
        if (turn.Before.IsNew)
        {
            if (BelongsToSomebody(turn.Inbound.Channel, turn.Inbound.Address)) return CommitResult.Conflict;
            contactId = AddContact(turn.Inbound);
            AddConversation(turn, contactId, newest);
        }
        else
        {
            if (!Change(turn, newest)) return CommitResult.Conflict;
            if (turn.LinkAddress is not null) Link(turn.Inbound.Channel, turn.LinkAddress, contactId);
            if (turn.Before.HasParked) Prepare(ref _release, "UPDATE messages SET delivery = 1, not_before = NULL WHERE conversation_id = ?1 AND delivery = 2").Bind(1, contactId).Run();
        }

        AddInbound(pending, contactId, inboundId);
        for (var i = 0; i < turn.Replies.Count; i++) AddReply(pending, i, contactId, inboundId + 1 + i);
        _lastMessageId = newest;
        var after = new StoredConversation(
            contactId, turn.Before.Version + 1, turn.State, newest, turn.IsHeld, turn.HasOptedOut, HasParked: false, turn.AwaitedFromHer);
        return new CommitResult(CommitOutcome.Committed, after, inboundId);
    }

    public StoredConversation Reload(long id)
    {
        Prepare(ref _reload, $"SELECT {SqliteTurnStore.Columns} FROM conversations c WHERE c.id = ?1").Bind(1, id).Step();
        var stored = SqliteTurnStore.Read(_reload!);
        _reload!.Reset();
        return stored;
    }

    public void Run(PlainStatement plain)
    {
        if (!_plain.TryGetValue(plain.Text, out var statement))
        {
            _plain[plain.Text] = statement = new SqliteStatement(connection, plain.Placed('?'));
            _statements.Add(statement);
        }
        for (var i = 0; i < plain.Values.Count; i++) statement.Bind(i + 1, plain.Values[i]);
        statement.Run();
    }

    public void BeginTransaction() => Prepare(ref _begin, "BEGIN IMMEDIATE").Run();
    public void Commit() => Prepare(ref _commit, "COMMIT").Run();
    public void Rollback() => Prepare(ref _rollback, "ROLLBACK").Run();

    public void Savepoint() => Prepare(ref _savepoint, "SAVEPOINT turn").Run();
    public void Release() => Prepare(ref _releaseSavepoint, "RELEASE turn").Run();

    public void RollBackToSavepoint()
    {
        Prepare(ref _rollBackToSavepoint, "ROLLBACK TO turn").Run();
        Release();
    }

    private bool BelongsToSomebody(Channel channel, string address)
    {
        var found = Prepare(ref _findAddress, "SELECT 1 FROM contact_addresses WHERE channel = ?1 AND address = ?2").Bind(1, (long)channel).Bind(2, address).Step();
        _findAddress!.Reset();
        return found;
    }

    private long AddContact(InboundMessage inbound)
    {
        Prepare(ref _addContact, "INSERT INTO contacts (channel, profile_name, created_at) VALUES (?1, ?2, ?3) RETURNING id")
            .Bind(1, (long)inbound.Channel).Bind(2, inbound.ProfileName).Bind(3, inbound.ReceivedAt).Step();
        var id = _addContact!.Int64(0);
        _addContact.Reset();
        Prepare(ref _addAddress, "INSERT INTO contact_addresses (channel, address, contact_id) VALUES (?1, ?2, ?3)")
            .Bind(1, (long)inbound.Channel).Bind(2, inbound.Address).Bind(3, id).Run();
        if (inbound.OtherAddress is not null) Link(inbound.Channel, inbound.OtherAddress, id);
        return id;
    }

    private void Link(Channel channel, string address, long contactId) =>
        Prepare(ref _linkAddress, "INSERT INTO contact_addresses (channel, address, contact_id) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")
            .Bind(1, (long)channel).Bind(2, address).Bind(3, contactId).Run();

    private void AddConversation(TurnCommit turn, long id, long newest) =>
        Prepare(ref _addConversation, """
            INSERT INTO conversations (id, channel, version, reply_address, last_inbound_at, last_message_id, is_held, has_opted_out, has_parked, awaited_from_her, state)
            VALUES (?1, ?2, 1, ?3, ?4, ?5, ?6, ?7, 0, ?8, ?9)
            """)
            .Bind(1, id).Bind(2, (long)turn.Inbound.Channel).Bind(3, turn.Inbound.ReplyAddress ?? turn.Inbound.Address).Bind(4, turn.Inbound.ReceivedAt)
            .Bind(5, newest).Bind(6, turn.IsHeld).Bind(7, turn.HasOptedOut).Bind(8, turn.AwaitedFromHer).Bind(9, turn.State).Run();

    private bool Change(TurnCommit turn, long newest) =>
        Prepare(ref _change, """
            UPDATE conversations SET version = ?2 + 1, reply_address = ?3, last_inbound_at = ?4, last_message_id = ?5, is_held = ?6, has_opted_out = ?7,
                has_parked = 0, awaited_from_her = ?8, state = ?9
            WHERE id = ?1 AND version = ?2
            """)
            .Bind(1, turn.Before.Id).Bind(2, turn.Before.Version).Bind(3, turn.Inbound.ReplyAddress ?? turn.Inbound.Address).Bind(4, turn.Inbound.ReceivedAt)
            .Bind(5, newest).Bind(6, turn.IsHeld).Bind(7, turn.HasOptedOut).Bind(8, turn.AwaitedFromHer).Bind(9, turn.State).Run() == 1;

    private void AddInbound(PendingTurn pending, long contactId, long id) => AddMessage(
        id, contactId, pending.Turn.Before.LastMessageId, MessageDirection.Inbound, pending.InboundText, pending.InboundExtras, pending.Turn.Inbound.ProviderId,
        pending.Turn.Inbound.ReceivedAt, Delivery.None);

    private void AddReply(PendingTurn pending, int at, long contactId, long id) => AddMessage(
        id, contactId, id - 1, MessageDirection.Outbound, pending.Turn.Replies[at].Text, pending.ReplyExtras[at], null,
        pending.Turn.Inbound.ReceivedAt, pending.Turn.Inbound.Channel == Channel.WhatsApp ? Delivery.Pending : Delivery.None);

    private void AddMessage(
        long id, long contactId, long? previous, MessageDirection direction, string text, string? extras, string? providerId, DateTimeOffset at, Delivery delivery) =>
        Prepare(ref _addMessage, """
            INSERT INTO messages (id, conversation_id, previous_id, direction, text, extras, provider_id, at, delivery, attempts)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0)
            """)
            .Bind(1, id).Bind(2, contactId).Bind(3, previous).Bind(4, (long)direction).Bind(5, text).Bind(6, extras).Bind(7, providerId)
            .Bind(8, at).Bind(9, (long)delivery).Run();

    private SqliteStatement Prepare(ref SqliteStatement? statement, string sql)
    {
        if (statement is null) _statements.Add(statement = new SqliteStatement(connection, sql));
        return statement;
    }

    public void Dispose() => _statements.ForEach(s => s.Dispose());
}
