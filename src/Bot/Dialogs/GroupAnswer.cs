using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Notices;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Groups;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>She is asked to a group, or comes with its code: what group it is, her yes or no, and whether the coordinator may see her name.</summary>
internal sealed class GroupAnswer(BotContent content, Reading reading)
{
    private const string Asking = "asking";
    private const string Naming = "naming";

    public static bool Takes(string? step) => step is Asking or Naming;

    public ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel)
    {
        var said = turn.SaidYes();
        if (turn.State.Step == Asking) return Ask(turn.State, said, cancel, isAgain: true);
        return said is null ? ValueTask.FromResult(AskName(turn.State.Refused())) : Join(turn, said.Value, cancel);
    }

    public ValueTask<Decision> Repeat(TurnContext turn, CancellationToken cancel) =>
        turn.State.Step == Naming ? ValueTask.FromResult(AskName(turn.State)) : Ask(turn.State, null, cancel);

    /// <summary>She comes with a code.</summary>
    public async ValueTask<Decision> Enter(ConversationState state, ParticipantId her, string digits, CancellationToken cancel)
    {
        var say = content.SpeechFor(state.Country);
        var offer = GroupCode.TryFind(digits, out var code) ? await reading.GroupByCode(code, cancel) : null;
        if (offer is null || offer.Country != state.Country) return state.AtRest().Says(say[Texts.GroupsNoSuchCode].Asking(say.ToPerson(), say.ToMenu()));
        return await Ask(GroupNotes.For(state, offer.Id, her, invited: false), null, cancel);
    }

    /// <summary>Shows the group and asks; takes her answer where she has given it already.</summary>
    public async ValueTask<Decision> Ask(ConversationState state, bool? said, CancellationToken cancel, bool isAgain = false)
    {
        var say = content.SpeechFor(state.Country);
        if (await Find(state, cancel) is not { } offer) return Gone(state, say);
        if (said is true) return await Seat(state, cancel) is { } taken ? Taken(state, taken, say) : AskName(state);
        if (said is false) return Refuse(state, say);
        return (isAgain ? state.Refused() : state.At(DialogNames.Groups, Asking)).Says(
            say.Say(Texts.GroupsAsk, ("grupo", offer.Name), ("rubro", offer.Rubro), ("lugar", offer.Place)).Asking(say.Option(Choices.Yes, Texts.GroupsYes), say.Option(Choices.No, Texts.GroupsNo), say.ToPerson()));
    }

    private Decision AskName(ConversationState state)
    {
        var say = content.SpeechFor(state.Country);
        return (state.Step == Naming ? state : state.At(DialogNames.Groups, Naming)).Says(say[Texts.GroupsName].Asking(say.YesOrNo()));
    }

    private static Decision Refuse(ConversationState state, Speech say)
    {
        var (group, her, wasInvited) = (GroupNotes.Group(state)!.Value, GroupNotes.Her(state)!.Value, GroupNotes.WasInvited(state));
        return Rest(state).Says(say[Texts.GroupsRefused].Asking(say.ToMenu())) with
        {
            ClearsAwaited = wasInvited,
            Changes = wasInvited ? [Change.Of<AnswerInvitation>((answer, _, stop) => answer.Handle(new(group, her, Accepts: false, SharesName: false), stop))] : [],
        };
    }

    private async ValueTask<Decision> Join(TurnContext turn, bool sharesName, CancellationToken cancel)
    {
        var (state, say) = (turn.State, content.SpeechFor(turn.State.Country));
        if (await Find(state, cancel) is not { } offer) return Gone(state, say);
        if (await Seat(state, cancel) is { } taken) return Taken(state, taken, say);
        var (group, her, wasInvited) = (offer.Id, GroupNotes.Her(state)!.Value, GroupNotes.WasInvited(state));
        return Rest(state).Says(say.Say(Texts.GroupsJoined, ("grupo", offer.Name)).Asking(say.ToMenu())) with
        {
            ClearsAwaited = wasInvited || AwaitedInvitation.TryRead(turn.AwaitedFromHer, out _, out _),
            Changes = wasInvited
                ? [Change.Of<AnswerInvitation>((answer, _, stop) => answer.Handle(new(group, her, Accepts: true, sharesName), stop))]
                : [Change.Of<JoinGroup>((join, _, stop) => join.Handle(group, her, sharesName, stop))],
        };
    }

    private static Decision Gone(ConversationState state, Speech say) =>
        Rest(state).Says(say[Texts.GroupsGone].Asking(say.ToMenu())) with { ClearsAwaited = GroupNotes.WasInvited(state) };

    /// <summary>Answered: a later invitation, be it to the same group, is news again.</summary>
    private static ConversationState Rest(ConversationState state) => state.Without(Notes.Awaited).AtRest();

    private static Decision Taken(ConversationState state, string group, Speech say) =>
        state.AtRest().Says(say.Say(Texts.GroupsTaken, ("grupo", group)).Asking(say.ToPerson(), say.ToMenu()));

    /// <summary>The group asked about, while she is still asked to it or it still takes members; else null.</summary>
    private async ValueTask<Offered?> Find(ConversationState state, CancellationToken cancel)
    {
        if (GroupNotes.Group(state) is not { } group || GroupNotes.Her(state) is not { } her) return null;
        if (await reading.Group(group, cancel) is not { } found || content.Programmes.Find(found.Country) is not { } pack) return null;
        if (GroupNotes.WasInvited(state) && !(await reading.GroupsOf(her, cancel)).Any(g => g.Id == group && g.Membership == MemberState.Invited)) return null;
        var words = GroupWords.Of(pack, found.PlaceCode, found.Name, found.Rubro);
        return new(group, found.Name, words["rubro"], words["lugar"]);
    }

    /// <summary>Name of the group in which she has her seat; null where she has none.</summary>
    private async ValueTask<string?> Seat(ConversationState state, CancellationToken cancel) =>
        (await reading.GroupsOf(GroupNotes.Her(state)!.Value, cancel))
            .FirstOrDefault(g => g.Membership == MemberState.Member && (GroupLifecycle.IsForming(g.State) || g.Id == GroupNotes.Group(state)))?.Name;

    private sealed record Offered(GroupId Id, string Name, string Rubro, string Place);
}

internal static partial class Texts
{
    public static readonly TextKey GroupsAsk = Text("groups.ask", "grupo", "rubro", "lugar");
    public static readonly TextKey GroupsYes = Label("groups.yes");
    public static readonly TextKey GroupsNo = Label("groups.no");
    public static readonly TextKey GroupsName = Text("groups.name");
    public static readonly TextKey GroupsJoined = Text("groups.joined", "grupo");
    public static readonly TextKey GroupsRefused = Text("groups.refused");
    public static readonly TextKey GroupsGone = Text("groups.gone");
    public static readonly TextKey GroupsTaken = Text("groups.taken", "grupo");
    public static readonly TextKey GroupsNoSuchCode = Text("groups.noSuchCode");
}
