namespace CoopAssistant.Programme.Forms;

/// <summary>What came of an answer that staff wrote down for a woman.</summary>
public abstract record WrittenAnswer
{
    private WrittenAnswer() { }

    /// <param name="Answers">All of them, with the new one; what no longer applies because of it is gone.</param>
    public sealed record Taken(IReadOnlyDictionary<string, FormAnswer?> Answers) : WrittenAnswer;

    /// <summary>The same reason she would have been told.</summary>
    public sealed record Refused(FormRefusal Reason) : WrittenAnswer;

    /// <summary>Several places are meant, or none is known: one of these, or the words as they stand (<see cref="FormPlayer.KeepMyWords"/>).</summary>
    public sealed record WhichPlace(IReadOnlyList<FormOption> Options) : WrittenAnswer;

    /// <summary>Reads an answer to one question exactly as the form reads hers. Secrets are hers alone and refused.</summary>
    /// <param name="keepsWords">The text stands for a place as it is written.</param>
    public static WrittenAnswer Read(FormDefinition form, FormSurroundings around, IReadOnlyDictionary<string, FormAnswer?> answers, FormQuestion question, string text, bool keepsWords = false)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(around);
        ArgumentNullException.ThrowIfNull(question);
        if (question.Kind is QuestionKind.Pin) return new Refused(FormRefusal.NotUnderstood);

        keepsWords &= question.Kind is QuestionKind.Place;
        var progress = new FormProgress
        {
            // One refusal before: a place that is not known is then offered from the list.
            Form = form.Id, Question = question.Id, Answers = answers, IsCorrecting = true, Refusals = 1, TouchedOn = around.Today,
            Mode = keepsWords ? FormMode.ChoosingPlace : FormMode.Asking, Pending = keepsWords ? text : null,
        };
        var move = new FormPlayer(form, around).Answer(progress, keepsWords ? FormPlayer.KeepMyWords : text);
        return move switch
        {
            FormMove.Refuse refused => new Refused(refused.Reason),
            FormMove.OfferPlaces offered => new WhichPlace(offered.Options),
            _ when !ReferenceEquals(move.Progress.Answers, answers) => new Taken(move.Progress.Answers),
            _ => new Refused(FormRefusal.NotUnderstood),
        };
    }
}
