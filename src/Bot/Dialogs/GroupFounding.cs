using System.Globalization;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Identity;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>A group that exists already registers through one woman: its name, how many they are, and a code for the others. Place and activity are those of her registration.</summary>
internal sealed class GroupFounding(BotContent content, Reading reading, TimeProvider clock)
{
    private const string Naming = "foundName";
    private const string Counting = "foundCount";
    private const string Confirming = "foundSure";
    private const int Largest = 500;

    public static bool Takes(string? step) => step is Naming or Counting or Confirming;

    public async ValueTask<Decision> Begin(ConversationState state, CancellationToken cancel)
    {
        var say = content.SpeechFor(state.Country);
        if (GroupNotes.Her(state) is not { } her || (await reading.OfParticipant(her, cancel)) is not [var newest, ..])
            return state.AtRest().Says(say[Texts.StatusNothing].Asking(say.ToPerson(), say.ToMenu()));
        var registration = newest.Registration;
        var noted = state.With(Notes.GroupRubro, registration.Rubro ?? "");
        if ((registration.PlaceCode ?? registration.RegionCode) is { } place) noted = noted.With(Notes.GroupPlace, place);
        return noted.At(DialogNames.Groups, Naming).Says(new OutgoingMessage(say[Texts.GroupsFoundName]));
    }

    public Decision Decide(TurnContext turn) => turn.State.Step switch
    {
        Naming => TakeName(turn),
        Counting => TakeCount(turn),
        _ => TakeConfirmation(turn),
    };

    public Decision Repeat(ConversationState state)
    {
        var say = content.SpeechFor(state.Country);
        return state.Step switch
        {
            Naming => state.Says(new OutgoingMessage(say[Texts.GroupsFoundName])),
            Counting => state.Says(new OutgoingMessage(say[Texts.GroupsFoundCount])),
            _ => Confirm(state),
        };
    }

    private Decision TakeName(TurnContext turn)
    {
        var name = FreeText.Shorten(FreeText.Clean(turn.Message.Text), Group.LongestName);
        var say = content.SpeechFor(turn.State.Country);
        if (!name.Any(char.IsLetter)) return turn.State.Refused().Says(new OutgoingMessage(say[Texts.GroupsFoundName]));
        return turn.State.With(Notes.GroupName, name).At(DialogNames.Groups, Counting).Says(new OutgoingMessage(say[Texts.GroupsFoundCount]));
    }

    private Decision TakeCount(TurnContext turn)
    {
        if (SpokenNumber.First(turn.Text) is { } count and >= 2 and <= Largest) return Confirm(turn.State.With(Notes.GroupCount, count.ToString(CultureInfo.InvariantCulture)));
        var say = content.SpeechFor(turn.State.Country);
        return turn.State.Refused().Says(say[Texts.GroupsFoundCountAgain].Asking(say.ToPerson(), say.ToMenu()));
    }

    private Decision Confirm(ConversationState state)
    {
        var say = content.SpeechFor(state.Country);
        return state.At(DialogNames.Groups, Confirming).Says(say.Say(Texts.GroupsFoundSure, ("grupo", state.Note(Notes.GroupName)!), ("cuantas", state.Note(Notes.GroupCount)!))
            .Asking(say.Option(Choices.Yes, Texts.GroupsFoundYes), say.Option(Choices.No, Texts.GroupsFoundNo)));
    }

    private Decision TakeConfirmation(TurnContext turn)
    {
        var (state, say) = (turn.State, content.SpeechFor(turn.State.Country));
        var isSure = turn.SaidYes();
        if (isSure is null) return Confirm(state);
        if (isSure is false) return state.At(DialogNames.Groups, Naming).Says(new OutgoingMessage(say[Texts.GroupsFoundName]));
        if (GroupNotes.Her(state) is not { } her || content.Programmes.Find(state.Country) is not { } pack) return state.AtRest().GoesTo(DialogNames.Menu);

        // What she does is not decided yet, or she does something the list does not have.
        var known = pack.Rubros.FirstOrDefault(r => r.Code == state.Note(Notes.GroupRubro) && !r.IsExclusive) ?? pack.Rubros.First(r => !r.IsExclusive);
        var place = state.Note(Notes.GroupPlace);
        var (group, code, women) = (GroupId.New(clock), GroupCode.Draw(), int.Parse(state.Note(Notes.GroupCount)!, CultureInfo.InvariantCulture));
        var description = new GroupDescription(pack.Country.Code, pack.Places.RegionOf(place), place, state.Note(Notes.GroupName)!, known.Code, "es");
        return state.AtRest().Says(new OutgoingMessage(say.Say(Texts.GroupsFounded, ("grupo", description.Name))), content.Forwardable(state, description.Name, code.Digits).Asking(say.ToMenu())) with
        {
            Changes = [Change.Of<RegisterOwnGroup>((register, _, stop) => register.Handle(new(group, code, her, description, women), stop))],
        };
    }
}

internal static partial class Texts
{
    public static readonly TextKey GroupsFoundName = Text("groups.foundName");
    public static readonly TextKey GroupsFoundCount = Text("groups.foundCount");
    public static readonly TextKey GroupsFoundCountAgain = Text("groups.foundCountAgain");
    public static readonly TextKey GroupsFoundSure = Text("groups.foundSure", "grupo", "cuantas");
    public static readonly TextKey GroupsFoundYes = Label("groups.foundYes");
    public static readonly TextKey GroupsFoundNo = Label("groups.foundNo");
    public static readonly TextKey GroupsFounded = Text("groups.founded", "grupo");
}
