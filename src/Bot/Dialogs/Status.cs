using System.Globalization;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>Where her registration stands, once she proved who she is: what it means, since when, which office answers. Nothing of anybody else.</summary>
internal sealed class Status(BotContent content, Reading reading, MeetingReading meetings, FollowUpReading followUps, StatusVoices voices) : IRepeat
{
    private const string Shown = "shown";
    private const string AnswerNow = "status:answer";
    private const string OpenAgain = "status:open";

    public string Name => DialogNames.Status;

    public ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel) => turn.State.Step switch
    {
        Shown => ValueTask.FromResult(Take(turn)),
        _ when turn.State.Country is null => ValueTask.FromResult(turn.State.With(Notes.Wish, Name).GoesTo(DialogNames.Greeting)),
        _ when Proving.ProvedIn(turn.State) is { } participant => Show(turn, participant, cancel),
        _ => ValueTask.FromResult(Proving.For(turn.State, Name, IsOnlyBegun(turn.State) ? [new OutgoingMessage(content.SpeechFor(turn.State.Country)[Texts.StatusDraft])] : [])),
    };

    public ValueTask<Decision> Repeat(TurnContext turn, CancellationToken cancel) => ValueTask.FromResult(turn.State.AtRest().GoesTo(DialogNames.Menu));

    /// <summary>She asks for a registration that she has not sent yet; but the folio of another phone may be hers.</summary>
    private static bool IsOnlyBegun(ConversationState state) => state.Form is not null && state.Participants.Count == 0 && state.Note(Notes.Folio) is null;

    private async ValueTask<Decision> Show(TurnContext turn, ParticipantId participant, CancellationToken cancel)
    {
        var state = turn.State.Without(Notes.Proved);
        var say = content.SpeechFor(state.Country);
        var standing = await reading.OfParticipant(participant, cancel);
        if (standing.Count == 0) return state.AtRest().Says(say[Texts.StatusNothing].Asking(say.ToPerson(), say.ToMenu()));

        var newest = standing[0];
        var groups = await reading.GroupsOf(participant, cancel);
        var hasGroup = groups.Any(g => g.Membership == MemberState.Member);
        var told = standing.Take(2).Select(each => new OutgoingMessage(Tell(each, hasGroup, say))).ToList();
        var options = new List<Option>();
        var training = await meetings.Training(participant, cancel);
        foreach (var group in groups.Where(g => g.Membership == MemberState.Member).Take(2))
        {
            told.Add(new OutgoingMessage(content.Tell(group, await meetings.Sessions(participant, group.Id, cancel))));
            if (content.MissingOfHers(group, newest.Owner, training) is { Length: > 0 } missing) told.Add(new OutgoingMessage(missing));
        }
        var upcoming = await meetings.Of(participant, turn.Now, cancel);
        if (content.NextAndHours(upcoming, training, state.Country) is { Length: > 0 } next) told.Add(new OutgoingMessage(next));
        if (upcoming.Count > 0) options.Add(say.Option(Choices.Go + DialogNames.Meetings, Texts.StatusMeetings));
        if (groups.Any(g => g.IsCoordinator) && await followUps.Of(participant, cancel) is not null) options.Add(say.Option(Choices.Go + DialogNames.FollowUp, Texts.StatusFollowUp));
        if (groups.Any(g => g.Membership == MemberState.Invited)) told.Add(new OutgoingMessage(say[Texts.StatusInvited]));
        if (groups.Count > 0 || newest.Registration.Status == RegistrationStatus.Accepted) options.Add(say.Option(Choices.Go + DialogNames.Groups, Texts.StatusGroup));
        if (newest.Registration.Status == RegistrationStatus.InformationMissing) options.Add(say.Option(AnswerNow, Texts.StatusAnswer));
        if (newest.Registration.Permitted.Contains(RegistrationTrigger.Reopen)) options.Add(say.Option(OpenAgain, Texts.StatusReopen));
        if (turn.HasOptedOut) told.Add(new OutgoingMessage(say[Texts.StatusOptedOut])); // whatever was said of letting her know
        var codes = voices.Told(state, newest.Registration, groups);
        var heard = voices.Files(state, codes);
        if (state.PrefersAudio) told.InsertRange(0, voices.Played(state, heard));
        else if (heard.Count > 0) (options, state) = ([.. options, StatusVoices.Offer(say, heard)], state.With(Notes.Voices, codes));
        told[^1] = told[^1] with { Options = [.. options, say.ToPerson(), say.ToMenu()] };
        if (turn.AwaitedFromHer is { } awaited) state = state.With(Notes.Offered, awaited);
        return state.At(Name, Shown).With(Notes.Registration, newest.Registration.Id.Value.ToString("N", CultureInfo.InvariantCulture)).Says([.. told]);
    }

    /// <param name="hasGroup">What an accepted registration waits for, a group, is there: the group tells the rest.</param>
    private string Tell(Standing standing, bool hasGroup, Speech say)
    {
        var registration = standing.Registration;
        var programme = content.Programmes.Find(registration.Country);
        if (programme is null) return say[Texts.StatusNothing];
        var since = TimeZoneInfo.ConvertTime(registration.ChangedAt, programme.Country.TimeZone).ToString("d 'de' MMMM 'de' yyyy", CultureInfo.GetCultureInfo("es"));
        return say.Say(
            hasGroup && registration.Status == RegistrationStatus.Accepted ? Texts.StatusShowInGroup : Texts.StatusShow,
            ("nombre", FirstName(standing.Owner.GivenNames)), ("folio", Folio.TryParse(registration.Folio, null, out var folio) ? folio.Spoken : registration.Folio),
            ("estado", programme.Statuses[registration.Status].Name),
            ("texto", StatusSentence.Of(programme, registration, standing.Owner)),
            ("desde", since),
            ("responde", programme.Offices.For(registration.PlaceCode ?? registration.RegionCode).Name));
    }

    private Decision Take(TurnContext turn)
    {
        var heard = voices.Files(turn.State, turn.State.Note(Notes.Voices) ?? "");
        if (heard.Count > 0 && LearnSpeech.WordIn(turn.Text == StatusVoices.Listen ? "audio" : turn.Text) == LearnWord.Audio) return voices.Hear(turn.State, heard);
        if (!Guid.TryParse(turn.State.Note(Notes.Registration), out var id)) return turn.State.AtRest().GoesTo(DialogNames.Menu);
        switch (turn.Text)
        {
            case AnswerNow: return turn.State.GoesTo(DialogNames.Missing);
            case OpenAgain:
                var say = content.SpeechFor(turn.State.Country);
                return turn.State.AtRest().Says(say[Texts.StatusReopened].Asking(say.ToMenu())) with
                {
                    Changes = [Change.Of<MoveRegistration>((move, _, cancel) => move.Handle(
                        new(new RegistrationId(id), RegistrationTrigger.Reopen, RegistrationStep.Herself, null), cancel))],
                };
            default:
                // Whatever else she says is said at the menu.
                return turn.State.AtRest().Says() with { Then = Conductor.MenuAnswer };
        }
    }

    private static string FirstName(string givenNames) => givenNames.Split(' ', 2)[0];
}

internal static partial class Texts
{
    public static readonly TextKey StatusDraft = Text("status.draft");
    public static readonly TextKey StatusOptedOut = Text("status.optedOut");
    public static readonly TextKey StatusNothing = Text("status.nothing");
    public static readonly TextKey StatusShow = Text("status.show", "nombre", "folio", "estado", "texto", "desde", "responde");
    public static readonly TextKey StatusShowInGroup = Text("status.showInGroup", "nombre", "folio", "estado", "texto", "desde", "responde");
    public static readonly TextKey StatusAnswer = Label("status.answer");
    public static readonly TextKey StatusGroup = Label("status.group");
    public static readonly TextKey StatusMeetings = Label("status.meetings");
    public static readonly TextKey StatusFollowUp = Label("status.followUp");
    public static readonly TextKey StatusInvited = Text("status.invited");
    public static readonly TextKey StatusReopen = Label("status.reopen");
    public static readonly TextKey StatusReopened = Text("status.reopened");
}
