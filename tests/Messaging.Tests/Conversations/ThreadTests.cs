using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Messaging.Tests.Conversations;

public sealed class SqliteThreadTests() : ThreadTests(DatabaseKind.Sqlite);

public sealed class PostgresThreadTests() : ThreadTests(DatabaseKind.Postgres);

public abstract class ThreadTests(DatabaseKind kind) : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private ServiceProvider _process = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.Create(kind);
        _process = _database.NewProcess();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Newest_messages_come_first_page_by_page()
    {
        var her = await Writes(Channel.WhatsApp, "1", "2", "3", "4", "5");
        await Writes(Channel.Web, "somebody else");

        var newest = await Read(her, 2, null);
        var above = await Read(her, 2, newest[0].Id);
        var top = await Read(her, 2, above[0].Id);

        Assert.Equal(["4", "5"], newest.Select(m => m.Text));
        Assert.Equal(["2", "3"], above.Select(m => m.Text));
        Assert.Equal(["1"], top.Select(m => m.Text));
        Assert.Empty(await Read(her, 2, top[0].Id));
    }

    [Fact]
    public async Task Thread_is_not_read_from_a_message_of_another()
    {
        var her = await Writes(Channel.WhatsApp, "1", "2");
        var other = await Writes(Channel.Web, "secret", "more");
        var theirs = (await Read(other, 1, null)).Single();

        Assert.Empty(await Read(her, 10, theirs.Id));
        Assert.Empty(await Read(12345, 10, null));
    }

    [Fact]
    public async Task What_came_since_a_message_is_read_alone()
    {
        var her = await Writes(Channel.Web, "1", "2", "3");
        var all = await Since(her, 0);

        Assert.Equal(["1", "2", "3"], all.Select(m => m.Text));
        Assert.Equal(["3"], (await Since(her, all[1].Id)).Select(m => m.Text));
        Assert.Empty(await Since(her, all[2].Id));
    }

    [Fact]
    public async Task Staff_speak_several_sentences_at_once_on_one_chain()
    {
        var her = await Writes(Channel.WhatsApp, "hola");

        await Change(her, conversation =>
        {
            conversation.Say(new OutgoingMessage("Buenas tardes.") { Options = [new Option("si", "Sí")] }, "ana", _database.Clock.Now);
            conversation.Say(new OutgoingMessage("¿Cómo está?"), "ana", _database.Clock.Now);
        });
        await Change(her, conversation => conversation.Say(new OutgoingMessage("Sigo aquí."), null, _database.Clock.Now));

        var thread = await Read(her, 10, null);
        Assert.Equal(["hola", "Buenas tardes.", "¿Cómo está?", "Sigo aquí."], thread.Select(m => m.Text));
        Assert.Equal([null, thread[0].Id, thread[1].Id, thread[2].Id], thread.Select(m => m.PreviousId));
        Assert.Equal([null, "ana", "ana", null], thread.Select(m => m.Author));
        Assert.All(thread.Skip(1), m => Assert.Equal((Delivery.Pending, MessageDirection.Outbound), (m.Delivery, m.Direction)));
        Assert.Equal("Sí", MessageExtras.Read(thread[1].Extras).Options.Single().Label);
    }

    [Theory]
    [InlineData(Channel.WhatsApp, 23, Delivery.Pending, false)]
    [InlineData(Channel.WhatsApp, 24, Delivery.Parked, true)]
    [InlineData(Channel.Web, 23, Delivery.None, false)]
    [InlineData(Channel.Web, 24, Delivery.None, false)]
    public async Task Unasked_words_wait_where_the_window_is_closed(Channel channel, int hoursLater, Delivery delivery, bool hasParked)
    {
        var her = await Writes(channel, "hola");
        _database.Clock.Advance(TimeSpan.FromHours(hoursLater));

        await Change(her, conversation => conversation.Say(new OutgoingMessage("Noticias"), null, _database.Clock.Now));

        var stored = await Change(her, _ => { });
        Assert.Equal((delivery, hasParked), ((await Read(her, 1, null)).Single().Delivery, stored.HasParked));
    }

    [Fact]
    public async Task Every_change_raises_the_version_and_no_change_does_not()
    {
        var her = await Writes(Channel.WhatsApp, "hola");

        var versions = new List<long>();
        Action<Conversation>[] changes = [c => c.Hold(), c => c.Hold(), c => c.GiveBack(), c => c.GiveBack(), c => c.Await("x"), c => c.StopAwaiting(), c => c.StopAwaiting(), c => c.NoteParked()];
        foreach (var change in changes) versions.Add((await Change(her, change)).Version);

        Assert.Equal([2, 2, 3, 3, 4, 5, 5, 6], versions);
    }

    private async Task<long> Writes(Channel channel, params string[] texts)
    {
        var store = _process.GetRequiredService<ITurnStore>();
        var now = StoredConversation.Unknown;
        foreach (var text in texts)
            now = (await store.Commit(new TurnCommit(new InboundMessage(channel, $"{channel}:1", $"SM{text}", text, _database.Clock.Now), now, [], []), default)).After!;
        return now.Id;
    }

    private async Task<Conversation> Change(long her, Action<Conversation> change)
    {
        await using var scope = _process.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MessagingDb>();
        var conversation = await db.Conversations.SingleAsync(c => c.Id == her);
        change(conversation);
        await db.SaveAsync(default);
        return conversation;
    }

    private async Task<IReadOnlyList<Message>> Read(long her, int atMost, long? before)
    {
        await using var scope = _process.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReadThread>().Handle(her, atMost, before, default);
    }

    private ValueTask<IReadOnlyList<ThreadMessage>> Since(long her, long afterId) => _process.GetRequiredService<ITurnStore>().Since(her, afterId, default);
}
