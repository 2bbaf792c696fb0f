using System.Globalization;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Programme.Forms;
using CoopAssistant.Programme.Identity;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>What the dialogs that lead through a form share: where she is in it, and how its next move is said.</summary>
internal static class FormTalk
{
    public const string Playing = "form";
    public const string PlayingFreely = "words";

    public static bool IsPlaying(ConversationState state) => state is { Dialog: DialogNames.Register or DialogNames.FollowUp, Step: PlayingFreely or Playing };

    /// <summary>The question takes any words: only what is surely a command interrupts it.</summary>
    public static bool TakesAnyWords(ConversationState state) => IsPlaying(state) && state.Step == PlayingFreely;

    /// <summary>Says what the form does next.</summary>
    /// <param name="kept">With the move's progress in it.</param>
    public static Decision Show(ConversationState kept, string dialog, FormMove move, FormSpeech speech, int page, params OutgoingMessage[] before)
    {
        var takesAnyWords = move is FormMove.Ask { Question.Kind: var asked } && TakesAnyWords(asked) || move is FormMove.Refuse { Question.Kind: var refused } && TakesAnyWords(refused) || move is FormMove.OfferPlaces;
        if (FormSpeech.HasPages(move)) kept = kept.With(Notes.Page, page.ToString(CultureInfo.InvariantCulture));
        else if (kept.Note(Notes.Page) is not null) kept = kept.Without(Notes.Page);
        return kept.At(dialog, takesAnyWords ? PlayingFreely : Playing).Says([.. before, .. speech.Of(move, page)]) with { WithholdText = move.HidesHerText };
    }

    public static bool IsAskingForMore(TurnContext turn) =>
        turn.Text == Choices.More || (turn.State.Note(Notes.Page) is not null && Plain.Of(turn.Text) is "mas" or "ver mas" or "otras" or "mas opciones");

    public static int PageOf(ConversationState state) =>
        int.TryParse(state.Note(Notes.Page), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 0;

    private static bool TakesAnyWords(QuestionKind kind) => kind is QuestionKind.Text or QuestionKind.Name or QuestionKind.Place;
}
