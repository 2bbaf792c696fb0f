using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Wording;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>How dialogs move her place and speak.</summary>
internal static class StateMoves
{
    /// <summary>To a dialog, at its start or at a step of it.</summary>
    public static ConversationState At(this ConversationState state, string? dialog, string? step = null) =>
        state with { Dialog = dialog, Step = step, Refusals = 0 };

    /// <summary>Out of any dialog: notes that belong to one are forgotten.</summary>
    public static ConversationState AtRest(this ConversationState state)
    {
        var isClean = true;
        foreach (var note in state.Notes.Keys) isClean &= Notes.Stays(note);
        return (isClean ? state : state with { Notes = Kept(state.Notes, Notes.Stays) }).At(null);
    }

    public static string? Note(this ConversationState state, string name) => state.Notes.GetValueOrDefault(name);

    public static ConversationState With(this ConversationState state, string name, string value) =>
        state with { Notes = new Dictionary<string, string>(state.Notes, StringComparer.Ordinal) { [name] = value } };

    public static ConversationState Without(this ConversationState state, params string[] names) =>
        state with { Notes = Kept(state.Notes, note => Array.IndexOf(names, note) < 0) };

    public static ConversationState Refused(this ConversationState state) => state with { Refusals = Math.Min(99, state.Refusals + 1) };

    /// <summary>The same question once more, and before it how it is answered; another one where hers is gone meanwhile.</summary>
    public static Decision Again(this Decision question, ConversationState before, Speech say)
    {
        if (question.State.Dialog != before.Dialog || question.Replies.Count == 0) return question;
        var last = question.Replies[^1];
        return question with
        {
            State = question.State with { Refusals = before.Refused().Refusals },
            Replies = [.. question.Replies.SkipLast(1), last with { Text = $"{say[Texts.OptionAgain]}\n\n{last.Text}" }],
        };
    }

    /// <summary>Stay in this place and say this.</summary>
    public static Decision Says(this ConversationState state, params OutgoingMessage[] replies) => new(state, replies);

    /// <summary>Hand the turn on to a dialog, from its start, having said this.</summary>
    public static Decision GoesTo(this ConversationState state, string dialog, params OutgoingMessage[] replies) =>
        new(state.At(dialog), replies) { Then = dialog };

    public static OutgoingMessage Asking(this string text, params IReadOnlyList<Option> options) => new(text) { Options = options };

    private static Dictionary<string, string> Kept(IReadOnlyDictionary<string, string> notes, Func<string, bool> isKept) =>
        notes.Where(note => isKept(note.Key)).ToDictionary(note => note.Key, note => note.Value, StringComparer.Ordinal);
}
