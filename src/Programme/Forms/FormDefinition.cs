namespace CoopAssistant.Programme.Forms;

/// <summary>
/// A form as data: its questions in order. Read from a programme's pack and checked there (ids unique, conditions
/// look back only, choices have options), so a player may trust it.
/// </summary>
/// <param name="Id">Kept in stored answers, so it must not change: <c>registro</c>.</param>
public sealed record FormDefinition(string Id, string Title, IReadOnlyList<FormQuestion> Questions)
{
    public required FormWords Words { get; init; }

    /// <summary>The question of this id; null where there is none (an answer kept by an older form).</summary>
    public FormQuestion? Find(string id)
    {
        foreach (var question in Questions)
            if (question.Id == id)
                return question;
        return null;
    }
}

/// <summary>One question and everything that is said around it.</summary>
/// <param name="Id">Kept in stored answers: never reuse one for another meaning.</param>
/// <param name="Text">What she reads.</param>
/// <param name="Label">Its short name in summaries and for staff.</param>
public sealed record FormQuestion(string Id, QuestionKind Kind, string Text, string Label)
{
    /// <summary>Said below the question; null for none.</summary>
    public string? Help { get; init; }

    /// <summary>An answer that would be right, offered after refusals; null where the options speak for themselves.</summary>
    public string? Example { get; init; }

    /// <summary>She may leave it out (<c>saltar</c>, <c>no sé</c>).</summary>
    public bool MaySkip { get; init; }

    /// <summary>"La doy después" is an answer: staff see that it is still to come.</summary>
    public bool MayComeLater { get; init; }

    /// <summary>Personal data: masked in lists, and its full view is logged.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Asked only where all of these hold. Empty: always asked.</summary>
    public IReadOnlyList<Condition> When { get; init; } = [];

    /// <summary>Wording of this question's own for a refusal, instead of the usual one.</summary>
    public IReadOnlyDictionary<FormRefusal, string> Refusals { get; init; } = NoRefusals;

    private static readonly Dictionary<FormRefusal, string> NoRefusals = [];
}

/// <summary>What is asked for, with its limits.</summary>
public abstract record QuestionKind
{
    private QuestionKind() { }

    /// <summary>Free text of at most so many characters.</summary>
    public sealed record Text(int MaxLength) : QuestionKind;

    /// <summary>Given names or surnames.</summary>
    public sealed record Name(int MaxLength) : QuestionKind;

    /// <summary>Answered <see cref="Yes"/> or <see cref="No"/>.</summary>
    public sealed record YesNo : QuestionKind
    {
        public const string Yes = "yes";
        public const string No = "no";
    }

    /// <summary>One of the options; the answer is its value.</summary>
    public sealed record Choice(IReadOnlyList<FormOption> Options) : QuestionKind;

    /// <summary>One to <paramref name="Max"/> options in the order she named them, the first is the main one.</summary>
    public sealed record Choices(IReadOnlyList<FormOption> Options, int Max) : QuestionKind;

    /// <summary>A whole number, both ends included.</summary>
    public sealed record Number(int Min, int Max) : QuestionKind;

    /// <summary>An amount in whole units, from nothing to <paramref name="Max"/>; cents are left out.</summary>
    /// <param name="Currency">Said before it: B/.</param>
    /// <param name="Language">BCP-47 tag by which it is written: es-PA.</param>
    public sealed record Money(int Max, string Currency, string Language) : QuestionKind;

    /// <summary>Year of birth, also told as an age. Younger than <paramref name="MinimumAge"/> is refused kindly; 0 refuses nobody.</summary>
    public sealed record BirthYear(int MinimumAge) : QuestionKind;

    /// <summary>A phone number, kept as E.164.</summary>
    /// <param name="ThisOneHint">How she says "the number I write from" (kept as <see cref="ThisOne"/>), said where that is known; on a channel without number it is refused. Null where it is no answer.</param>
    public sealed record Phone(PhoneRules Rules, string? ThisOneHint) : QuestionKind
    {
        public const string ThisOne = "this";

        public bool MayBeThisOne => ThisOneHint is not null;
    }

    /// <summary>Her identity document, kept canonical.</summary>
    public sealed record Document(DocumentRules Rules) : QuestionKind;

    /// <summary>A place of the programme's catalogue; the answer is its code, or her own words where it is not found.</summary>
    /// <param name="Level">1 for the outermost (province, comarca, department), 2 inside it.</param>
    /// <param name="WithinQuestion">Id of the question that says inside which place to look; null for the whole country.
    /// Where that place has nothing inside it, this question is not asked.</param>
    public sealed record Place(int Level, string? WithinQuestion) : QuestionKind;

    /// <summary>A secret of so many digits. Never shown again, never stored as typed.</summary>
    public sealed record Pin(int Digits) : QuestionKind;
}

/// <summary>An option she may name by number, label or alias.</summary>
public sealed record FormOption(string Value, string Label, IReadOnlyList<string> Aliases)
{
    /// <summary>Stands alone: with it no other may be chosen ("todavía no sé").</summary>
    public bool IsExclusive { get; init; }
}

/// <summary>A look back at a former answer. Of several choices it is enough that one fits.</summary>
public abstract record Condition(string Question)
{
    /// <summary>The answer is this value.</summary>
    public sealed record Is(string Question, string Value) : Condition(Question);

    /// <summary>The answer is one of these values.</summary>
    public sealed record In(string Question, IReadOnlyList<string> Values) : Condition(Question);

    /// <summary>It was answered: neither skipped, nor left for later, nor never asked.</summary>
    public sealed record Answered(string Question) : Condition(Question);
}

/// <summary>Why an answer was not taken. The key of <c>errors:</c> in a form is this name in camelCase.</summary>
public enum FormRefusal
{
    /// <summary>Nothing that could be read: empty, only emoji, only a picture.</summary>
    NotUnderstood,
    TooLong,
    NotAName,
    NotYesOrNo,
    NotAnOption,
    TooManyOptions,

    /// <summary>An option that stands alone was named with others.</summary>
    NotTogether,
    NotANumber,
    OutOfRange,
    NotAYear,

    /// <summary>Two digits that may be her age or the year she was born in.</summary>
    AgeOrYear,
    TooYoung,
    NotAPhone,
    NoNumberHere,
    NotADocument,
    UnknownPlace,
    NotAPin,

    /// <summary>A secret anybody would guess: 1234, 0000, her year of birth.</summary>
    WeakPin,
    MayNotSkip,
    MayNotComeLater,
}
