using System.Globalization;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Notices;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>
/// Her group: she answers an invitation, joins with a code, registers a group that exists, invites others or leaves. An invitation
/// is answered where staff sent it; everything else needs a proof of who she is. Of other women she learns a number, no more.
/// </summary>
internal sealed class Groups(BotContent content, Reading reading, MeetingReading meetings, GroupAnswer answer, GroupFounding founding) : IRepeat
{
    private const string Mine = "mine";
    private const string Leaving = "leaving";
    private const string Unknown = "unknown";
    private const string TypingCode = "code";
    private const string Registered = "groups:registered";
    private const string Leave = "groups:leave";
    private const string Share = "groups:share";
    private const string EnterCode = "groups:code";
    private const string RegisterOne = "groups:register";

    public string Name => DialogNames.Groups;

    public ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel) => turn.State.Step switch
    {
        Mine => TakeChoice(turn, cancel),
        Leaving => ValueTask.FromResult(TakeLeaving(turn)),
        TypingCode => TakeCode(turn, cancel),
        Unknown => ValueTask.FromResult((turn.Text == Registered ? true : YesOrNo.Read(turn.Text)) switch
        {
            true => Proving.For(turn.State, Name),
            false => turn.State.AtRest().GoesTo(DialogNames.Register),
            null => Menu(turn),
        }),
        var step when GroupAnswer.Takes(step) => answer.Decide(turn, cancel),
        var step when GroupFounding.Takes(step) => ValueTask.FromResult(founding.Decide(turn)),
        _ => Begin(turn, cancel),
    };

    public ValueTask<Decision> Repeat(TurnContext turn, CancellationToken cancel) => turn.State.Step switch
    {
        TypingCode => ValueTask.FromResult(AskCode(turn.State, Texts.GroupsCode)),
        var step when GroupAnswer.Takes(step) => answer.Repeat(turn, cancel),
        var step when GroupFounding.Takes(step) => ValueTask.FromResult(founding.Repeat(turn.State)),
        _ => ValueTask.FromResult(turn.State.AtRest().GoesTo(DialogNames.Menu)),
    };

    /// <summary>Her first words after staff asked her to a group: a plain yes or no is the answer.</summary>
    public ValueTask<Decision> Hear(TurnContext turn, CancellationToken cancel) =>
        AwaitedInvitation.TryRead(turn.AwaitedFromHer, out var group, out var her)
            ? answer.Ask(GroupNotes.For(turn.State.AtRest(), group, her, invited: true), YesOrNo.Read(turn.Text), cancel)
            : Begin(turn, cancel);

    private async ValueTask<Decision> Begin(TurnContext turn, CancellationToken cancel)
    {
        var state = turn.State;
        if (Proving.ProvedIn(state) is { } proved) return await Show(state.Without(Notes.Proved), proved, cancel);
        if (state.Note(Notes.GroupCode) is null && AwaitedInvitation.TryRead(turn.AwaitedFromHer, out var group, out var her))
            return await answer.Ask(GroupNotes.For(state, group, her, invited: true), null, cancel);
        if (state.Country is null) return state.With(Notes.Wish, Name).GoesTo(DialogNames.Greeting);
        if (state.Participants.Count > 0 || state.Note(Notes.Folio) is not null) return Proving.For(state, Name);
        var say = content.SpeechFor(state.Country);
        return state.At(Name, Unknown).Says(say[Texts.GroupsWho].Asking(say.Option(Registered, Texts.GroupsRegistered), say.Option(Choices.Go + DialogNames.Register, Texts.MenuRegister), say.ToMenu()));
    }

    private async ValueTask<Decision> Show(ConversationState state, ParticipantId her, CancellationToken cancel)
    {
        var say = content.SpeechFor(state.Country);
        if (state.Note(Notes.GroupCode) is { } digits) return await answer.Enter(state.Without(Notes.GroupCode), her, digits, cancel);
        var groups = await reading.GroupsOf(her, cancel);
        if (groups.FirstOrDefault(g => g.Membership == MemberState.Invited) is { } invited && groups.All(g => g.Membership != MemberState.Member))
            return await answer.Ask(GroupNotes.For(state, invited.Id, her, invited: true), null, cancel);
        if (groups is [{ Membership: MemberState.Member } mine, ..])
        {
            var options = new List<Option>();
            if (mine.State is GroupState.Forming or GroupState.Cooperative) options.Add(say.Option(Share, Texts.GroupsShare));
            options.Add(say.Option(Leave, Texts.GroupsLeave));
            return GroupNotes.For(state, mine.Id, her, invited: false).At(Name, Mine).Says(content.Tell(mine, await meetings.Sessions(her, mine.Id, cancel)).Asking([.. options, say.ToPerson(), say.ToMenu()]));
        }
        return GroupNotes.For(state, null, her, invited: false).At(Name, Mine).Says(say[Texts.GroupsNone].Asking(
            say.Option(EnterCode, Texts.GroupsEnter), say.Option(RegisterOne, Texts.GroupsFound), say.ToPerson(), say.ToMenu()));
    }

    private async ValueTask<Decision> TakeChoice(TurnContext turn, CancellationToken cancel)
    {
        var (state, say) = (turn.State, content.SpeechFor(turn.State.Country));
        switch (turn.Text)
        {
            case EnterCode: return AskCode(state, Texts.GroupsCode);
            case RegisterOne: return await founding.Begin(state, cancel);
            case Leave:
                return state.At(Name, Leaving).Says(say[Texts.GroupsLeaveSure].Asking(say.Option(Choices.Yes, Texts.GroupsLeaveYes), say.Option(Choices.No, Texts.GroupsLeaveNo)));
            case Share when GroupNotes.Her(state) is { } her && (await reading.GroupsOf(her, cancel)).FirstOrDefault() is { Membership: MemberState.Member } mine:
                return state.AtRest().Says(new OutgoingMessage(say[Texts.GroupsForward]), content.Forwardable(state, mine.Name, mine.Code).Asking(say.ToMenu()));
            default: return Menu(turn);
        }
    }

    private Decision TakeLeaving(TurnContext turn)
    {
        var (state, say) = (turn.State, content.SpeechFor(turn.State.Country));
        var isSure = turn.SaidYes();
        if (isSure is null && state.Refusals < 2) return state.Says(say[Texts.GroupsLeaveSure].Asking(say.Option(Choices.Yes, Texts.GroupsLeaveYes), say.Option(Choices.No, Texts.GroupsLeaveNo))).Again(state, say);
        if (isSure is not true || GroupNotes.Her(state) is not { } her || GroupNotes.Group(state) is not { } group) return state.AtRest().Says(say[Texts.GroupsStays].Asking(say.ToMenu()));
        return state.AtRest().Says(say[Texts.GroupsLeft].Asking(say.ToMenu())) with
        {
            Changes = [Change.Of<ChangeMembership>((change, _, stop) => change.Leave(new(group, her, RegistrationStep.Herself, null), stop))],
        };
    }

    private Decision AskCode(ConversationState state, TextKey text) => state.At(Name, TypingCode).Says(new OutgoingMessage(content.SpeechFor(state.Country)[text]));

    private async ValueTask<Decision> TakeCode(TurnContext turn, CancellationToken cancel)
    {
        if (GroupNotes.Her(turn.State) is not { } her) return Menu(turn);
        if (GroupCode.TryFind(turn.Text, out var code)) return await answer.Enter(turn.State, her, code.Digits, cancel);
        var (refused, say) = (turn.State.Refused(), content.SpeechFor(turn.State.Country));
        return refused.Says(say[Texts.GroupsCodeAgain].Asking(say.ToPerson(), say.ToMenu()));
    }

    /// <summary>Whatever else she says is said at the menu.</summary>
    private static Decision Menu(TurnContext turn) => turn.State.AtRest().Says() with { Then = Conductor.MenuAnswer };
}

/// <summary>What the dialog of groups keeps of whom and what it speaks.</summary>
internal static class GroupNotes
{
    private const string IsInvited = "1";

    public static ConversationState For(ConversationState state, GroupId? group, ParticipantId her, bool invited)
    {
        var noted = state.Without(Notes.Group, Notes.Invited).With(Notes.Woman, her.Value.ToString("N", CultureInfo.InvariantCulture));
        if (group is { } id) noted = noted.With(Notes.Group, id.Value.ToString("N", CultureInfo.InvariantCulture));
        return invited ? noted.With(Notes.Invited, IsInvited) : noted;
    }

    public static ParticipantId? Her(ConversationState state) => Guid.TryParse(state.Note(Notes.Woman), out var id) ? new ParticipantId(id) : null;

    public static GroupId? Group(ConversationState state) => Guid.TryParse(state.Note(Notes.Group), out var id) ? new GroupId(id) : null;

    public static bool WasInvited(ConversationState state) => state.Note(Notes.Invited) == IsInvited;
}

internal static partial class Texts
{
    public static readonly TextKey GroupsWho = Text("groups.who");
    public static readonly TextKey GroupsRegistered = Label("groups.registered");
    public static readonly TextKey GroupsNone = Text("groups.none");
    public static readonly TextKey GroupsEnter = Label("groups.enter");
    public static readonly TextKey GroupsFound = Label("groups.found");
    public static readonly TextKey GroupsShare = Label("groups.share");
    public static readonly TextKey GroupsForward = Text("groups.forward");
    public static readonly TextKey GroupsLeave = Label("groups.leave");
    public static readonly TextKey GroupsLeaveSure = Text("groups.leaveSure");
    public static readonly TextKey GroupsLeaveYes = Label("groups.leaveYes");
    public static readonly TextKey GroupsLeaveNo = Label("groups.leaveNo");
    public static readonly TextKey GroupsLeft = Text("groups.left");
    public static readonly TextKey GroupsStays = Text("groups.stays");
    public static readonly TextKey GroupsCode = Text("groups.code");
    public static readonly TextKey GroupsCodeAgain = Text("groups.codeAgain");
}
