using System.Globalization;
using CoopAssistant.Bot.Dialogs;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Courses;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Programme.Packs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Bot.Tests.Dialogs;

/// <summary>
/// The real engine, dialogs and content before a store that only remembers conversations. There is no database: a turn that
/// reads one breaks, and its changes are counted but not run.
/// </summary>
internal sealed class Chat : IDisposable
{
    private static readonly ProgrammePacks Packs = ProgrammePackReader.ReadAll(ContentFolder.Path);
    private static readonly FrequentQuestions Questions = AnswersReader.Read(ContentFolder.Path, "es", Packs);

    private readonly MemoryTurnStore _store = new();
    private readonly ServiceProvider _provider;
    private readonly string _phone;
    private int _messages;

    public Chat(string phone = "+50760000001")
    {
        _phone = phone;
        _provider = new ServiceCollection()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton(TimeProvider.System)
            .AddSingleton(Packs).AddSingleton(Questions)
            .AddSingleton<ITurnStore>(_store)
            .AddSingleton<TurnEngine>()
            .AddSingleton(Options.Create(new TurnOptions { CachedConversations = 0 }))
            .AddCourses().AddConversations(ContentFolder.Path)
            .BuildServiceProvider();
    }

    public ConversationState State => StoredState.Read(_store.Last.State)!;

    public bool IsHeld => _store.Last.IsHeld;

    /// <summary>What became of her last message.</summary>
    public TurnOutcome Last { get; private set; } = new(TurnResult.Answered, 0, 0, []);

    public TurnCommit LastCommit => _store.LastCommit;

    public TurnCommit? Rehearsed => _store.Rehearsed;

    public Task Rehearse() => _provider.GetRequiredService<TurnEngine>().Rehearse();

    /// <summary>Everything the bot said to her last message, options numbered.</summary>
    public string Heard => string.Join("\n\n", Last.Replies.Select(reply =>
        reply.Text + string.Concat(reply.Options.Select((option, i) => $"\n{(i + 1).ToString(CultureInfo.InvariantCulture)}. {option.Label}"))));

    public async Task<string> Says(params string[] texts)
    {
        foreach (var text in texts) await Says(NewMessage(text));
        return Heard;
    }

    public async Task<string> Says(InboundMessage message)
    {
        Last = await _provider.GetRequiredService<TurnEngine>().Handle(message, CancellationToken.None);
        return Heard;
    }

    public InboundMessage NewMessage(string text) =>
        new(Channel.WhatsApp, "whatsapp:" + _phone, $"SM{(++_messages).ToString("D8", CultureInfo.InvariantCulture)}", text, TimeProvider.System.GetUtcNow()) { Phone = _phone };

    public void Await(string what) => _store.Last = _store.Last with { AwaitedFromHer = what, Version = _store.Last.Version + 1 };

    public void Dispose() => _provider.Dispose();

    private sealed class MemoryTurnStore : ITurnStore
    {
        public StoredConversation Last { get; set; } = StoredConversation.Unknown;
        public TurnCommit LastCommit { get; private set; } = null!;
        public TurnCommit? Rehearsed { get; private set; }

        public void Rehearse(TurnCommit turn) => Rehearsed = turn;

        public ValueTask<StoredConversation> Load(Channel channel, string address, CancellationToken cancel) => new(Last with { State = [.. Last.State] });

        public ValueTask<IReadOnlyList<ThreadMessage>> Since(long conversationId, long afterId, CancellationToken cancel) => throw new NotSupportedException("No page follows this talk.");

        public Task<CommitResult> Commit(TurnCommit turn, CancellationToken cancel)
        {
            LastCommit = turn;
            Last = Last with
            {
                Id = 1, Version = Last.Version + 1, State = turn.State, IsHeld = turn.IsHeld, HasOptedOut = turn.HasOptedOut, AwaitedFromHer = turn.AwaitedFromHer,
            };
            return Task.FromResult(new CommitResult(CommitOutcome.Committed, Last, Last.Version));
        }
    }
}
