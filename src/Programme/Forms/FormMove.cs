namespace CoopAssistant.Programme.Forms;

/// <summary>What the form does next. It carries keys and values; the words around them are the dialog's.</summary>
public abstract record FormMove
{
    private FormMove(FormProgress progress) => Progress = progress;

    /// <summary>To be kept and handed in with her next message.</summary>
    public FormProgress Progress { get; init; }

    /// <summary>From the third refusal in a row on, of whatever she is asked: show the example and offer a person.</summary>
    public bool OffersHelp => Progress.Refusals >= FormPlayer.RefusalsBeforeHelp;

    /// <summary>Her message held a secret: its text must not be stored.</summary>
    public bool HidesHerText { get; init; }

    /// <summary>Ask this question.</summary>
    /// <param name="Position">1 for the first question.</param>
    /// <param name="Count">Questions as far as known now; later answers may bring more.</param>
    public sealed record Ask(FormProgress Progress, FormQuestion Question, AskReason Reason, int Position, int Count) : FormMove(Progress);

    /// <summary>The answer was not taken: say how to answer right, and ask again.</summary>
    public sealed record Refuse(FormProgress Progress, FormQuestion Question, FormRefusal Reason) : FormMove(Progress);

    /// <summary>Ask which place she means. After the options comes one more, <see cref="FormPlayer.KeepMyWords"/>, to keep it as she wrote it.</summary>
    /// <param name="Options">Code and unmistakable name; may be empty.</param>
    /// <param name="Typed">Her words.</param>
    /// <param name="Times">How often this list was misunderstood; 0 when it is new.</param>
    public sealed record OfferPlaces(FormProgress Progress, FormQuestion Question, IReadOnlyList<FormOption> Options, string Typed, int Times) : FormMove(Progress);

    /// <summary>Ask for the new secret once more, to be sure.</summary>
    public sealed record RepeatPin(FormProgress Progress, FormQuestion Question, bool IsResumed) : FormMove(Progress);

    /// <summary>Show what she answered, numbered from 1. A number corrects; <c>sí</c>, <c>enviar</c> or 0 sends.</summary>
    public sealed record Summary(FormProgress Progress, IReadOnlyList<SummaryLine> Lines, SummaryReason Reason) : FormMove(Progress);

    /// <summary>Ask whether she wants to stop; what she answered is kept for <see cref="FormProgress.KeptDays"/> days either way.</summary>
    public sealed record ConfirmCancel(FormProgress Progress) : FormMove(Progress);

    /// <summary>She stopped. The progress can be resumed with <see cref="FormPlayer.Start"/>.</summary>
    public sealed record Cancelled(FormProgress Progress) : FormMove(Progress);

    /// <summary>She confirmed the summary: every question that applies has its answer.</summary>
    public sealed record Finished(FormProgress Progress, FormDefinition Form) : FormMove(Progress);
}

/// <summary>Why a question is asked now.</summary>
public enum AskReason
{
    /// <summary>The very first.</summary>
    First,
    Next,

    /// <summary>She went back.</summary>
    Back,

    /// <summary>She wanted to go back before the first question.</summary>
    NothingBefore,

    /// <summary>She comes back after a while: one line of reminder.</summary>
    Resumed,

    /// <summary>She chose to correct this answer.</summary>
    Correcting,

    /// <summary>She did not understand: with help and example.</summary>
    Explained,

    /// <summary>She said her secret differently the second time: choose it again.</summary>
    PinsDiffer,

    /// <summary>She does not want to cancel after all.</summary>
    NotCancelled,
}

public enum SummaryReason
{
    /// <summary>All is answered.</summary>
    Complete,
    Corrected,
    Resumed,

    /// <summary>She said something is wrong: ask for its number.</summary>
    WhichOne,
    NotUnderstood,
    NotCancelled,
}

/// <param name="Number">What she says to correct it.</param>
public sealed record SummaryLine(int Number, FormQuestion Question, FormAnswer Answer);
