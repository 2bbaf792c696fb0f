using System.Globalization;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Places;

namespace CoopAssistant.Programme.Forms;

/// <summary>
/// Leads through a form: takes her progress and her message, returns what to do next. Reads no clock and no database,
/// keeps nothing, never throws whatever she writes; the same input leads to the same move (a secret's salt excepted).
/// </summary>
public sealed class FormPlayer(FormDefinition form, FormSurroundings around)
{
    /// <summary>At the third refusal in a row an example or a person is offered.</summary>
    public const int RefusalsBeforeHelp = 3;

    /// <summary>The option after the places on a short list: keep it as she wrote it.</summary>
    public const string KeepMyWords = "=";

    private const int MostRefusalsCounted = 99;
    private const int LongestList = 16;
    private const int LongestPlace = 80;
    private const int LongestMessage = 2000;

    /// <summary>Begins the form, or goes on with it: the present question again with a reminder. Progress of another form, or older than <see cref="FormProgress.KeptDays"/> days, begins anew.</summary>
    public FormMove Start(FormProgress? resumed = null)
    {
        if (resumed is null || resumed.Form != form.Id || resumed.HasLapsed(around.Today))
            return Advance(new FormProgress { Form = form.Id, TouchedOn = around.Today });
        return Again(Touch(resumed) with { IsCancelling = false, Refusals = 0 }, AskReason.Resumed, SummaryReason.Resumed);
    }

    /// <summary>Takes her message.</summary>
    /// <param name="text">Her words, or the value of an option she chose.</param>
    public FormMove Answer(FormProgress progress, string? text)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var secret = progress.Mode != FormMode.Summary && Question(progress)?.Kind is QuestionKind.Pin;
        var said = FreeText.Clean(FreeText.Shorten(text ?? "", LongestMessage));
        var move = Take(Touch(progress), said, FormVocabulary.Read(said));
        return secret ? move with { HidesHerText = true } : move;
    }

    private FormProgress Touch(FormProgress progress) => progress.TouchedOn == around.Today ? progress : progress with { TouchedOn = around.Today };

    /// <summary>The question her next message answers; null in the summary, and where the form no longer has it.</summary>
    public FormQuestion? Question(FormProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        return progress.Question is null ? null : form.Find(progress.Question);
    }

    private FormMove Take(FormProgress progress, string said, FormWord word)
    {
        if (progress.IsCancelling) return TakeCancelling(progress, said, word);
        if (word == FormWord.Cancel) return new FormMove.ConfirmCancel(progress with { IsCancelling = true, Refusals = 0 });
        if (progress.Mode == FormMode.Summary) return TakeSummary(progress, said, word);
        if (Question(progress) is not { } question) return Advance(progress);
        return word switch
        {
            FormWord.Back => Back(progress, question),
            FormWord.Return => Again(progress, AskReason.Resumed, SummaryReason.Resumed),
            FormWord.Explain => Explain(progress, question),
            _ => progress.Mode switch
            {
                FormMode.ChoosingPlace when question.Kind is QuestionKind.Place place => TakeOffer(progress, question, place, said, word),
                FormMode.RepeatingPin when question.Kind is QuestionKind.Pin pin => TakeRepetition(progress, question, pin, said),
                _ => TakeAnswer(progress, question, said, word),
            },
        };
    }

    private FormMove TakeCancelling(FormProgress progress, string said, FormWord word)
    {
        var back = progress with { IsCancelling = false, Refusals = 0 };
        if (word == FormWord.Cancel) return new FormMove.Cancelled(back);
        return YesOrNo.ReadNumbered(said) switch
        {
            true => new FormMove.Cancelled(back),
            null when word is not (FormWord.Back or FormWord.Return) && progress.Refusals + 1 < RefusalsBeforeHelp =>
                new FormMove.ConfirmCancel(progress with { Refusals = progress.Refusals + 1 }),
            _ => Again(back, AskReason.NotCancelled, SummaryReason.NotCancelled),
        };
    }

    private FormMove TakeAnswer(FormProgress progress, FormQuestion question, string said, FormWord word)
    {
        // To these a "no", "todavía no" or "nada" may be an answer: what they offer is read first.
        if (question.Kind is QuestionKind.YesNo or QuestionKind.Choice or QuestionKind.Choices or QuestionKind.Number { Min: 0 } or QuestionKind.Money
            && AnswerReader.Read(question.Kind, said, around).Answer is { } chosen)
            return Accept(progress, question, chosen);

        switch (word)
        {
            case FormWord.Skip or FormWord.DoesNotKnow or FormWord.Later or FormWord.Without:
                if (Absence(progress, question, word) is { } absent) return absent;
                break;
        }
        switch (question.Kind)
        {
            case QuestionKind.Place place: return FindPlace(progress, question, place, said);
            case QuestionKind.Pin pin: return TakePin(progress, question, pin, said);
        }
        var reading = AnswerReader.Read(question.Kind, said, around);
        return reading.Answer is { } answer ? Accept(progress, question, answer) : Refuse(progress, question, reading.Refusal);
    }

    /// <summary>She gives no answer: taken where the question allows it, refused where not. Null where her words may be an answer after all.</summary>
    private FormMove? Absence(FormProgress progress, FormQuestion question, FormWord word)
    {
        var mayComeLater = question.MayComeLater || question.Kind is QuestionKind.Document;
        var maySkip = question.MaySkip || (question.Kind is QuestionKind.Place && word == FormWord.DoesNotKnow) || (question.Kind is QuestionKind.Phone && word == FormWord.Without);
        if (word == FormWord.Later && mayComeLater) return Accept(progress, question, FormAnswer.Later);
        if (maySkip) return Accept(progress, question, FormAnswer.LeftOut);
        if (mayComeLater) return Accept(progress, question, FormAnswer.Later);
        if (word == FormWord.Skip && !progress.IsCorrecting && progress.Answers.GetValueOrDefault(question.Id) is not null) return Advance(progress);
        if (word == FormWord.Later) return Refuse(progress, question, FormRefusal.MayNotComeLater);
        if (word == FormWord.Without && question.Kind is not (QuestionKind.Text or QuestionKind.Name)) return null;
        return Refuse(progress, question, FormRefusal.MayNotSkip);
    }

    private FormMove TakePin(FormProgress progress, FormQuestion question, QuestionKind.Pin pin, string said)
    {
        if (SecretPin.Read(said, pin.Digits) is not { } digits) return Refuse(progress, question, FormRefusal.NotAPin);
        if (SecretPin.IsWeak(digits, BirthYear(progress)) || digits == question.Example) return Refuse(progress, question, FormRefusal.WeakPin);
        return new FormMove.RepeatPin(progress with { Mode = FormMode.RepeatingPin, Pending = Pin.Seal(digits) }, question, IsResumed: false);
    }

    private FormMove TakeRepetition(FormProgress progress, FormQuestion question, QuestionKind.Pin pin, string said)
    {
        if (SecretPin.Read(said, pin.Digits) is { } digits && progress.Pending is { } seal && Pin.IsSealed(digits, seal))
            return Accept(progress, question, FormAnswer.Given(Pin.Hash(digits)));
        return Ask(progress with { Refusals = More(progress) }, question, AskReason.PinsDiffer);
    }

    private int? BirthYear(FormProgress progress) =>
        form.Questions.FirstOrDefault(question => question.Kind is QuestionKind.BirthYear) is { } asked
        && int.TryParse(progress.Answers.GetValueOrDefault(asked.Id)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    // Places

    private FormMove FindPlace(FormProgress progress, FormQuestion question, QuestionKind.Place kind, string said)
    {
        var within = Within(progress, kind);
        if (around.Places.Find(said) is { } chosen && chosen.Level >= kind.Level) return AcceptPlace(progress, question, chosen, said);
        if (!said.Any(char.IsLetter)) return Refuse(progress, question, said.Any(char.IsDigit) ? FormRefusal.UnknownPlace : FormRefusal.NotUnderstood);
        return around.Places.Matcher.Match(said, kind.Level, within) switch
        {
            PlaceMatch.Exact exact => AcceptPlace(progress, question, exact.Place, said),
            PlaceMatch.Likely likely => Offer(progress, question, [.. likely.Places.Select(place => place.Code)], said),
            PlaceMatch.DoesNotKnow => Accept(progress, question, FormAnswer.LeftOut),
            _ when progress.Refusals == 0 => Refuse(progress, question, FormRefusal.UnknownPlace),
            _ when progress.Mode == FormMode.ChoosingPlace => Offer(progress, question, ShortList(within), said), // counted already
            _ => Offer(progress with { Refusals = More(progress) }, question, ShortList(within), said),
        };
    }

    private string? Within(FormProgress progress, QuestionKind.Place kind) =>
        kind.WithinQuestion is { } outer && progress.Answers.GetValueOrDefault(outer) is { IsGiven: true } answer ? answer.Value : null;

    /// <summary>All there are, where that is still a list to read on a small screen.</summary>
    private List<string> ShortList(string? within)
    {
        var all = (within is null ? around.Places.Top : around.Places.Inside(within)).Select(place => place.Code).Take(LongestList + 1).ToList();
        return all.Count > LongestList ? [] : all;
    }

    private FormMove.OfferPlaces Offer(FormProgress progress, FormQuestion question, List<string> codes, string said, int times = 0)
    {
        var typed = FreeText.Shorten(said, LongestPlace);
        var options = codes.Select(around.Places.Find).OfType<Place>().Select(place => new FormOption(place.Code, around.Places.Describe(place), [])).ToList();
        return new(progress with { Mode = FormMode.ChoosingPlace, Offered = codes, Pending = typed, Refusals = Math.Max(times, progress.Refusals) }, question, options, typed, times);
    }

    private FormMove TakeOffer(FormProgress progress, FormQuestion question, QuestionKind.Place kind, string said, FormWord word)
    {
        if (word is FormWord.DoesNotKnow or FormWord.Skip or FormWord.Later) return Accept(progress, question, FormAnswer.LeftOut);
        var offered = (progress.Offered ?? []).Select(around.Places.Find).OfType<Place>().ToList();
        var typed = progress.Pending ?? "";
        if (said == KeepMyWords || (Plain.Of(said) == Plain.Of(typed) && typed.Length > 0)) return KeepWords(progress, question, typed);
        if (offered.Find(place => place.Code == said) is { } chosen) return AcceptPlace(progress, question, chosen, typed);
        if (SpokenNumber.First(said) is { } number && said.Length <= LongestPlace)
        {
            if (number >= 1 && number <= offered.Count) return AcceptPlace(progress, question, offered[number - 1], typed);
            if (number == offered.Count + 1) return KeepWords(progress, question, typed);
            return Offer(progress, question, [.. progress.Offered ?? []], typed, More(progress));
        }
        if (offered.Count == 1 && YesOrNo.Read(said) == true) return AcceptPlace(progress, question, offered[0], typed);
        if (word == FormWord.Without) return Refuse(progress, question, FormRefusal.UnknownPlace);
        if (!said.Any(char.IsLetter)) return Offer(progress, question, [.. progress.Offered ?? []], typed, More(progress));
        var named = offered.Where(place => Plain.Of(place.Name) == Plain.Of(said) || Plain.Of(around.Places.Describe(place)) == Plain.Of(said)).ToList();
        return named is [var one] ? AcceptPlace(progress, question, one, typed) : FindPlace(progress with { Refusals = More(progress) }, question, kind, said);
    }

    private FormMove KeepWords(FormProgress progress, FormQuestion question, string typed) =>
        Accept(progress, question, FormAnswer.InOwnWords(typed));

    /// <summary>Asked for the province she may have named her district: both are then answered.</summary>
    private FormMove AcceptPlace(FormProgress progress, FormQuestion question, Place place, string typed)
    {
        var level = ((QuestionKind.Place)question.Kind).Level;
        var deeper = new List<Place>();
        var own = place;
        while (own.Level > level && around.Places.Find(own.Parent) is { } outer)
        {
            deeper.Insert(0, own);
            own = outer;
        }
        var answers = Put(progress.Answers, question, AnswerFor(own, deeper.Count == 0 ? typed : own.Name), out var asked);
        foreach (var inner in deeper)
            if (form.Questions.FirstOrDefault(q => q.Kind is QuestionKind.Place { WithinQuestion: not null } kind && kind.Level == inner.Level) is { } within)
                answers = Put(answers, within, AnswerFor(inner, typed), out asked);
        return Advance(progress with { Answers = answers }, known: asked);
    }

    private static FormAnswer AnswerFor(Place place, string typed) =>
        typed.Length == 0 || typed == place.Code || Plain.Of(typed) == Plain.Of(place.Name)
            ? FormAnswer.Given(place.Code)
            : FormAnswer.Given(place.Code) with { Typed = FreeText.Shorten(typed, LongestPlace) };

    // Summary

    private FormMove TakeSummary(FormProgress progress, string said, FormWord word)
    {
        var asked = Asked(progress.Answers);
        if (asked.Exists(question => progress.Answers.GetValueOrDefault(question.Id) is null)) return Advance(progress);
        if (word is FormWord.Send || Plain.Of(said) == "0") return new FormMove.Finished(progress, form);
        if (word is FormWord.Return) return ShowSummary(progress, asked, SummaryReason.Resumed);
        if (word is FormWord.Back) return Ask(progress with { IsCorrecting = true }, asked[^1], AskReason.Correcting);
        return SummaryReply.Read(said, asked) switch
        {
            SummaryReply.Correct correct => Ask(progress with { IsCorrecting = true }, correct.Question, AskReason.Correcting),
            SummaryReply.Send => new FormMove.Finished(progress, form),
            SummaryReply.SomethingIsWrong => ShowSummary(progress, asked, SummaryReason.WhichOne),
            _ => ShowSummary(progress with { Refusals = More(progress) }, asked, SummaryReason.NotUnderstood),
        };
    }

    private FormMove.Summary ShowSummary(FormProgress progress, List<FormQuestion> asked, SummaryReason reason) => new(
        progress with
        {
            Mode = FormMode.Summary, Question = null, Offered = null, Pending = null, IsCorrecting = false,
            Refusals = reason == SummaryReason.NotUnderstood ? progress.Refusals : 0,
        },
        [.. asked.Select((question, i) => new SummaryLine(i + 1, question, progress.Answers[question.Id]!))],
        reason);

    // Moving

    private FormMove Back(FormProgress progress, FormQuestion question)
    {
        if (progress.Mode is FormMode.ChoosingPlace or FormMode.RepeatingPin) return Ask(progress, question, AskReason.Back);
        var asked = Asked(progress.Answers);
        if (progress.IsCorrecting && asked.TrueForAll(q => progress.Answers.GetValueOrDefault(q.Id) is not null)) return ShowSummary(progress, asked, SummaryReason.Complete);
        var at = asked.FindIndex(q => q.Id == question.Id);
        return at > 0 ? Ask(progress, asked[at - 1], AskReason.Back) : Ask(progress, question, AskReason.NothingBefore);
    }

    private FormMove Explain(FormProgress progress, FormQuestion question) =>
        progress.Mode == FormMode.RepeatingPin ? new FormMove.RepeatPin(progress, question, IsResumed: true) : Ask(progress, question, AskReason.Explained);

    /// <summary>The same once more, in whatever mode she is.</summary>
    private FormMove Again(FormProgress progress, AskReason reason, SummaryReason summary)
    {
        if (progress.Mode == FormMode.Summary || Question(progress) is not { } question) return Advance(progress, AskReason.Resumed, summary);
        return progress.Mode switch
        {
            FormMode.ChoosingPlace when progress.Offered is { } codes => Offer(progress, question, [.. codes], progress.Pending ?? ""),
            FormMode.RepeatingPin => new FormMove.RepeatPin(progress, question, IsResumed: true),
            _ => Ask(progress, question, reason),
        };
    }

    private FormMove Accept(FormProgress progress, FormQuestion question, FormAnswer answer) =>
        Advance(progress with { Answers = Put(progress.Answers, question, answer, out var asked) }, known: asked);

    /// <summary>Sets an answer and drops what no longer applies because of it.</summary>
    /// <param name="asked">The questions that apply then: none of them depends on what is dropped.</param>
    private Dictionary<string, FormAnswer?> Put(IReadOnlyDictionary<string, FormAnswer?> before, FormQuestion question, FormAnswer answer, out List<FormQuestion> asked)
    {
        var answers = new Dictionary<string, FormAnswer?>(before, StringComparer.Ordinal) { [question.Id] = answer };
        if (question.Kind is QuestionKind.Place && before.GetValueOrDefault(question.Id)?.Value != answer.Value) DropInside(question.Id, answers);
        asked = Asked(answers);
        foreach (var id in answers.Keys)
            if (!FormRules.Contains(asked, id))
                answers.Remove(id);
        return answers;
    }

    private void DropInside(string outer, Dictionary<string, FormAnswer?> answers)
    {
        foreach (var inner in form.Questions.Where(q => q.Kind is QuestionKind.Place { WithinQuestion: { } within } && within == outer && answers.Remove(q.Id)))
            DropInside(inner.Id, answers);
    }

    /// <summary>On to the first question without an answer; to the summary where there is none.</summary>
    private FormMove Advance(FormProgress progress, AskReason? reason = null, SummaryReason? summary = null, List<FormQuestion>? known = null)
    {
        var asked = known ?? Asked(progress.Answers);
        if (asked.Find(question => progress.Answers.GetValueOrDefault(question.Id) is null) is { } next)
            return Ask(progress with { Refusals = 0 }, next, reason ?? (progress.Answers.Count == 0 ? AskReason.First : AskReason.Next), asked);
        return ShowSummary(progress, asked, summary ?? (progress.IsCorrecting ? SummaryReason.Corrected : SummaryReason.Complete));
    }

    private FormMove.Ask Ask(FormProgress progress, FormQuestion question, AskReason reason, List<FormQuestion>? known = null)
    {
        var asked = known ?? Asked(progress.Answers);
        return new(
            progress with { Mode = FormMode.Asking, Question = question.Id, Offered = null, Pending = null, Refusals = reason is AskReason.Explained or AskReason.PinsDiffer ? progress.Refusals : 0 },
            question, reason, asked.FindIndex(q => q.Id == question.Id) + 1, asked.Count);
    }

    private static FormMove.Refuse Refuse(FormProgress progress, FormQuestion question, FormRefusal reason) =>
        new(progress with { Mode = FormMode.Asking, Offered = null, Pending = null, Refusals = More(progress) }, question, reason);

    private List<FormQuestion> Asked(IReadOnlyDictionary<string, FormAnswer?> answers) => FormRules.Applicable(form, answers, around.Places);

    private static int More(FormProgress progress) => Math.Min(MostRefusalsCounted, progress.Refusals + 1);
}
