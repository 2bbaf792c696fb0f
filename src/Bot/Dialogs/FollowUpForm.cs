using System.Globalization;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme.FollowUps;
using CoopAssistant.Programme.Forms;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>The questions of a round, as a form: she goes back, leaves out, corrects, and goes on days later. A problem she tells of comes before the office.</summary>
internal sealed class FollowUpForm(BotContent content, FollowUpReading reading)
{
    /// <summary>She has answered some questions of this round.</summary>
    public static bool HasBegun(ConversationState state, ProgrammePack pack, ReadOwnFollowUp.Own own) =>
        state.FollowUpForm is { Answers.Count: > 0 } begun && begun.Form == pack.FollowUp.FormOf(own.Month).Id;

    /// <summary>Begins, or goes on where she was.</summary>
    public async ValueTask<Decision> Open(TurnContext turn, CancellationToken cancel) =>
        await Present(turn, cancel) is var (own, pack) ? Show(turn, own, pack, Player(turn, own, pack).Start(turn.State.FollowUpForm), 0) : Gone(turn);

    public async ValueTask<Decision> Play(TurnContext turn, CancellationToken cancel)
    {
        if (await Present(turn, cancel) is not var (own, pack)) return Gone(turn);
        var player = Player(turn, own, pack);
        if (turn.State.FollowUpForm is not { } progress || progress.Form != pack.FollowUp.FormOf(own.Month).Id) return Show(turn, own, pack, player.Start(), 0);
        if (FormTalk.IsAskingForMore(turn)) return Show(turn, own, pack, player.Start(progress), FormTalk.PageOf(turn.State) + 1);
        var say = content.SpeechFor(turn.State.Country);
        return player.Answer(progress, turn.Text) switch
        {
            FormMove.Finished finished => Finish(turn, own, pack, finished, say),
            FormMove.Cancelled cancelled => (turn.State with { FollowUpForm = cancelled.Progress }).AtRest().Says(say[Texts.FollowUpCancelled].Asking(say.ToMenu())),
            var move => Show(turn, own, pack, move, 0),
        };
    }

    /// <summary>The present question with help and example.</summary>
    public Decision Explain(TurnContext turn, string word)
    {
        var pack = content.Programmes.Find(turn.State.Country)!;
        var form = pack.FollowUp.FormOf(MonthOf(turn.State));
        var player = new FormPlayer(form, Surroundings(turn, pack));
        return Show(turn, pack, player.Answer(turn.State.FollowUpForm ?? new FormProgress { Form = form.Id }, word), 0);
    }

    private Decision Show(TurnContext turn, ReadOwnFollowUp.Own own, ProgrammePack pack, FormMove move, int page) =>
        Show(turn with { State = turn.State.With(Notes.FollowUp, own.Month.ToString(CultureInfo.InvariantCulture)) }, pack, move, page);

    private Decision Show(TurnContext turn, ProgrammePack pack, FormMove move, int page) => FormTalk.Show(
        turn.State with { FollowUpForm = move.Progress }, DialogNames.FollowUp, move,
        new FormSpeech(content.SpeechFor(turn.State.Country), pack) { First = Texts.FollowUpFirst, CancelSure = Texts.FollowUpCancelSure }, page);

    private static Decision Finish(TurnContext turn, ReadOwnFollowUp.Own own, ProgrammePack pack, FormMove.Finished finished, Speech say)
    {
        var (her, answers) = (FollowUps.Her(turn.State)!.Value, finished.Progress.Answers);
        var values = finished.Form.Questions.Where(question => answers.ContainsKey(question.Id)).ToDictionary(question => question.Id, question => answers[question.Id] is { IsGiven: true, Value: { } value } ? value : null, StringComparer.Ordinal);
        var isProblem = pack.FollowUp.CallForVisit(indicator => values.GetValueOrDefault(indicator));
        var text = say.Say(isProblem ? Texts.FollowUpDoneVisit : Texts.FollowUpDone, ("grupo", own.Name), ("responde", pack.Offices.For(own.PlaceCode).Name));
        var answered = Change.Of<AnswerFollowUp>((answer, _, stop) => answer.Handle(new(own.Round, her, values), stop));
        return FollowUps.Settled(turn with { State = turn.State with { FollowUpForm = null } }, text.Asking(say.ToMenu())) with
        {
            Changes = isProblem ? [answered, Person.Ticket(turn.State, TicketReason.FollowUp)] : [answered],
        };
    }

    /// <summary>The round she is asked; null where it was answered, or she coordinates no more.</summary>
    private async ValueTask<(ReadOwnFollowUp.Own Own, ProgrammePack Pack)?> Present(TurnContext turn, CancellationToken cancel) =>
        FollowUps.Her(turn.State) is { } her && await reading.Of(her, cancel) is { } own && content.Programmes.Find(own.Country) is { } pack ? (own, pack) : null;

    private Decision Gone(TurnContext turn)
    {
        var say = content.SpeechFor(turn.State.Country);
        return FollowUps.Settled(turn with { State = turn.State with { FollowUpForm = null } }, say[Texts.FollowUpGone].Asking(say.ToPerson(), say.ToMenu()));
    }

    private static FormPlayer Player(TurnContext turn, ReadOwnFollowUp.Own own, ProgrammePack pack) => new(pack.FollowUp.FormOf(own.Month), Surroundings(turn, pack));

    private static FormSurroundings Surroundings(TurnContext turn, ProgrammePack pack) => new(pack.DayOf(turn.Now), pack.Places);

    private static int MonthOf(ConversationState state) =>
        int.TryParse(state.Note(Notes.FollowUp), NumberStyles.None, CultureInfo.InvariantCulture, out var month) ? month : 0;
}

internal static partial class Texts
{
    public static readonly TextKey FollowUpFirst = Text("followUp.first", "cuantas");
    public static readonly TextKey FollowUpCancelSure = Text("followUp.cancelSure");
    public static readonly TextKey FollowUpCancelled = Text("followUp.cancelled");
    public static readonly TextKey FollowUpDone = Text("followUp.done", "grupo", "responde");
    public static readonly TextKey FollowUpDoneVisit = Text("followUp.doneVisit", "grupo", "responde");
}
