using CoopAssistant.Bot.Dialogs;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Courses;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Messaging.Words;
using CoopAssistant.Programme.Packs;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Bot.Trials;

/// <summary>The dialogs around one edition of the words, with no database behind them: what would need one is not answered.</summary>
internal sealed class TrialBot : IAsyncDisposable
{
    private const string Address = "trial";

    private readonly ServiceProvider _services;
    private readonly TimeProvider _clock;
    private readonly IConductor _conductor;

    public TrialBot(string contentPath, WordsEdition edition, CourseShelf shelf, TimeProvider clock)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(clock)
            .AddSingleton(new ProgrammePacks(edition.Programmes, [])).AddSingleton(edition.Questions)
            .AddCourses().AddConversations(contentPath);
        services.AddSingleton(shelf);
        services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        _services = services.BuildServiceProvider();
        _services.GetRequiredService<BotContent>().Take(edition);
        (_clock, _conductor) = (clock, _services.GetRequiredService<IConductor>());
    }

    /// <summary>A woman of this country whom nobody knows, come to the place; as near as she gets where the way is longer.</summary>
    public async Task<ConversationState> At(string country, TrialPlace place, CancellationToken cancel)
    {
        if (place == TrialPlace.FirstMessage) return new ConversationState();
        var state = new ConversationState { Country = country };
        state = await After(state, "menu", cancel) ?? state;
        foreach (var step in TrialPath.To(place))
        {
            if (place == TrialPlace.Form && FormTalk.IsPlaying(state)) break;
            state = await After(state, step, cancel) ?? state;
        }
        return state;
    }

    /// <summary>She writes this where she is; an option's own value counts as that option.</summary>
    public TurnContext Turn(ConversationState state, string sentence)
    {
        var message = new InboundMessage(Channel.WhatsApp, Address, "trial", sentence, _clock.GetUtcNow());
        var (text, isOffered) = OfferedOptions.Read(state, message);
        return new TurnContext(state, message, text, ContactId: 0, _clock.GetUtcNow()) { ChoseOption = isOffered };
    }

    /// <returns>Null where the answer needs what only the database knows.</returns>
    public async Task<Decision?> Decide(TurnContext turn, CancellationToken cancel)
    {
        try
        {
            return await _conductor.Decide(turn, cancel);
        }
#pragma warning disable CA1031 // whatever a dialog misses without a database, staff are told that this cannot be shown
        catch (Exception) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task<ConversationState?> After(ConversationState state, string step, CancellationToken cancel)
    {
        var turn = Turn(state, step);
        if (step.StartsWith(Choices.Go, StringComparison.Ordinal)) turn = turn with { Text = step, ChoseOption = true };
        return await Decide(turn, cancel) is { } decision ? OfferedOptions.Keep(decision.State, state, decision.Replies) : null;
    }
}
