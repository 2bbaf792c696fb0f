using System.Globalization;
using CoopAssistant.Programme.Identity;

namespace CoopAssistant.Programme.Forms;

/// <summary>An answer, or why it was not taken.</summary>
internal readonly record struct Reading(FormAnswer? Answer, FormRefusal Refusal)
{
    public static implicit operator Reading(string value) => new(FormAnswer.Given(value), default);

    public static implicit operator Reading(FormAnswer answer) => new(answer, default);

    public static implicit operator Reading(FormRefusal refusal) => new(null, refusal);
}

/// <summary>Reads the answer to one question, places and secrets excepted: those may need a second message.</summary>
internal static class AnswerReader
{
    internal static Reading Read(QuestionKind kind, string text, FormSurroundings around)
    {
        if (!FreeText.SaysSomething(text) && kind is not QuestionKind.YesNo) return FormRefusal.NotUnderstood;
        return kind switch
        {
            QuestionKind.Text free => text.Length > free.MaxLength ? FormRefusal.TooLong : text,
            QuestionKind.Name limits => Name(text, limits),
            QuestionKind.YesNo => YesNo(text),
            QuestionKind.Choice choice => Choice(text, choice),
            QuestionKind.Choices choices => Choices(text, choices),
            QuestionKind.Number limits => Number(text, limits),
            QuestionKind.Money limits => Money(text, limits),
            QuestionKind.BirthYear adult => BirthYear(text, adult, around.Today),
            QuestionKind.Phone phone => Phone(text, phone, around.OwnPhone),
            QuestionKind.Document document => Document(text, document),
            _ => FormRefusal.NotUnderstood,
        };
    }

    private static Reading Name(string text, QuestionKind.Name limits)
    {
        if (Plain.Of(text) is "si" or "ok" or "okey" or "ya" or "dale" or "aja" || PersonName.Read(text) is not { } name) return FormRefusal.NotAName;
        return name.Length > limits.MaxLength ? FormRefusal.TooLong : name;
    }

    private static Reading YesNo(string text) => YesOrNo.ReadNumbered(text) switch
    {
        true => QuestionKind.YesNo.Yes,
        false => QuestionKind.YesNo.No,
        null => text.Length > 0 ? FormRefusal.NotYesOrNo : FormRefusal.NotUnderstood,
    };

    private static Reading Choice(string text, QuestionKind.Choice choice) =>
        OptionIndex.Of(choice.Options).Find(text, several: false) is [var only] ? only.Value : FormRefusal.NotAnOption;

    private static Reading Choices(string text, QuestionKind.Choices choices)
    {
        if (OptionIndex.Of(choices.Options).Find(text, several: true) is not { Count: > 0 } found) return FormRefusal.NotAnOption;
        if (found.Count > 1 && found.Any(option => option.IsExclusive)) return FormRefusal.NotTogether;
        return found.Count > choices.Max ? FormRefusal.TooManyOptions : string.Join(',', found.Select(option => option.Value));
    }

    private static Reading Number(string text, QuestionKind.Number limits)
    {
        if (limits.Min == 0 && MeansNothing(text)) return "0";
        if (SpokenNumber.First(text) is not { } number) return FormRefusal.NotANumber;
        return number < limits.Min || number > limits.Max ? FormRefusal.OutOfRange : number.ToString(CultureInfo.InvariantCulture);
    }

    private static Reading Money(string text, QuestionKind.Money limits)
    {
        if (MeansNothing(text)) return "0";
        if (SpokenNumber.Amount(text) is not { } amount) return FormRefusal.NotANumber;
        return amount > limits.Max ? FormRefusal.OutOfRange : amount.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Asked how many or how much: none. Not a bare "no", which leaves the question out.</summary>
    private static bool MeansNothing(string text) => Plain.Of(text) is "nada" or "nada todavia" or "todavia nada" or "ninguno" or "ninguna" or "no hay" or "no hubo" or "no vendimos" or "no vendimos nada";

    private static Reading BirthYear(string text, QuestionKind.BirthYear adult, DateOnly today)
    {
        if (YearOfBirth.Read(text, today) is not { } year) return YearOfBirth.MayBeAge(text) ? FormRefusal.AgeOrYear : FormRefusal.NotAYear;
        return YearOfBirth.HasReached(adult.MinimumAge, year, today) ? year.ToString(CultureInfo.InvariantCulture) : FormRefusal.TooYoung;
    }

    private static Reading Phone(string text, QuestionKind.Phone phone, string? ownPhone)
    {
        if (phone.Rules.Read(text) is { } number) return number;
        if (!phone.MayBeThisOne || !PhoneWords.MeansThisOne(text)) return FormRefusal.NotAPhone;
        return ownPhone is null ? FormRefusal.NoNumberHere : QuestionKind.Phone.ThisOne;
    }

    private static Reading Document(string text, QuestionKind.Document document)
    {
        if (IdentityDocument.Read(document.Rules, text) is { } canonical) return canonical;
        return IdentityDocument.IsNotAtHand(text) ? FormAnswer.Later : FormRefusal.NotADocument;
    }
}
