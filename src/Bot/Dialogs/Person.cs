using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Messaging.Wording;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>She wants a person: staff get the thread and the bot is silent until she says "menú" or staff hand it back.</summary>
internal sealed class Person(PersonComing coming) : IDialog
{
    public string Name => DialogNames.Person;

    public async ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel) =>
        Hold(turn.State, TicketReason.Person, await coming.Say(turn.State, turn.ContactId, turn.Now, cancel));

    /// <summary>Gives the thread to staff. An unfinished form is kept.</summary>
    public static Decision Hold(ConversationState state, string reason, string text) =>
        state.AtRest().Says(new OutgoingMessage(text) { TakesFiles = true }) with { IsHeld = true, Changes = [Ticket(state, reason)] };

    /// <summary>Puts the conversation before staff without silencing the bot.</summary>
    public static Change Ticket(ConversationState state, string reason) =>
        Change.Of<OpenTicket>((open, contact, cancel) => open.Handle(contact, reason, state.Country, cancel));
}

internal static partial class Texts
{
    public static readonly TextKey PersonComing = Text("person.coming");
}
