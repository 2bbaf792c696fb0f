using System.Globalization;
using CoopAssistant.Programme.Forms;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Participants;

namespace CoopAssistant.Programme.Registrations;

/// <summary>
/// What a registration takes from a programme's form. Most is found by kind (the first name question holds the given
/// names, the second the surnames); these ids, the same in every country, name the rest.
/// </summary>
public static class RegistrationForm
{
    public const string Community = "comunidad";
    public const string Rubros = "rubros";
    public const string HasGroup = "grupo";
    public const string Language = "idioma";
    public const string Mode = "modo";

    /// <summary>Value of <see cref="Mode"/> for recordings.</summary>
    public const string Audio = "audio";

    /// <summary>Reads a confirmed form.</summary>
    /// <exception cref="InvalidOperationException">The form asks for no name or no secret: the pack is wrong, not the woman.</exception>
    public static RegistrationDraft Read(FormMove.Finished finished, FormSurroundings around)
    {
        ArgumentNullException.ThrowIfNull(finished);
        ArgumentNullException.ThrowIfNull(around);
        var form = finished.Form;
        var asked = FormRules.Applicable(form, finished.Progress.Answers, around.Places);
        var names = asked.FindAll(q => q.Kind is QuestionKind.Name);
        var given = Value(names.ElementAtOrDefault(0)) ?? throw new InvalidOperationException($"The form {form.Id} asks for no name.");
        var surnames = Value(names.ElementAtOrDefault(1)) ?? "";
        var birthYear = Value(Of<QuestionKind.BirthYear>()) is { } year ? int.Parse(year, CultureInfo.InvariantCulture) : (int?)null;
        var place = asked.FindAll(q => q.Kind is QuestionKind.Place && Answer(q)!.IsGiven).OrderBy(q => ((QuestionKind.Place)q.Kind).Level).LastOrDefault();
        var phone = Value(Of<QuestionKind.Phone>());
        var rubro = form.Find(Rubros) is { } rubros ? Answer(rubros)?.Values.FirstOrDefault() : null;

        return new RegistrationDraft(
            given, surnames, birthYear, Value(Of<QuestionKind.Document>()),
            Value(Of<QuestionKind.Pin>()) ?? throw new InvalidOperationException($"The form {form.Id} asks for no secret."),
            phone == QuestionKind.Phone.ThisOne ? around.OwnPhone : phone,
            Value(form.Find(Language)) ?? "es", Value(form.Find(Mode)) == Audio,
            new SubmittedAnswers(
                SubmittedAnswers.ToJson([.. asked.Where(q => q.Kind is not QuestionKind.Pin).Select(q => Submitted(form, q, Answer(q)!, around))]),
                Plain.Of($"{given} {surnames}"), around.Places.RegionOf(Value(place)), Value(place),
                form.Find(Community) is { } community ? Answer(community)?.Value : null, rubro)
            {
                UnknownPlaces = [.. asked.Where(q => q.Kind is QuestionKind.Place && Answer(q) is { Kind: AnswerKind.OwnWords }).Select(q => Answer(q)!.Value!)],
                HasGroup = Value(form.Find(HasGroup)) == QuestionKind.YesNo.Yes,
            });

        FormAnswer? Answer(FormQuestion question) => finished.Progress.Answers.GetValueOrDefault(question.Id);
        string? Value(FormQuestion? question) => question is not null && Answer(question) is { IsGiven: true } answer ? answer.Value : null;
        FormQuestion? Of<TKind>() where TKind : QuestionKind => asked.Find(q => q.Kind is TKind);

    }

    /// <summary>An answer as it is kept.</summary>
    internal static SubmittedAnswer Submitted(FormDefinition form, FormQuestion question, FormAnswer answer, FormSurroundings around)
    {
        var isThisPhone = question.Kind is QuestionKind.Phone && answer.Value == QuestionKind.Phone.ThisOne && around.OwnPhone is not null;
        var value = isThisPhone ? around.OwnPhone : answer.Value;
        var display = isThisPhone ? around.OwnPhone! : FormDisplay.Of(question, answer, around.Places, form.Words);
        return new SubmittedAnswer(question.Id, question.Label, value, display, question.IsPersonal)
        {
            Typed = answer.Typed,
            Doubtful = answer.Kind == AnswerKind.OwnWords
                || (question.Kind is QuestionKind.Document document && value is not null && document.Rules.IsDoubtful(value)),
        };
    }

    /// <summary>What a registration takes from answers as they are kept. A form that asked less leaves the rest as the participant has it.</summary>
    internal static SubmittedAnswers Facts(ProgrammePack pack, IReadOnlyList<SubmittedAnswer> answers, Participant participant)
    {
        string? Value(string question) => answers.FirstOrDefault(a => a.Question == question)?.Value;
        var place = pack.Form.Questions.Where(q => q.Kind is QuestionKind.Place).OrderBy(q => ((QuestionKind.Place)q.Kind).Level)
            .Select(q => Value(q.Id)).LastOrDefault(code => pack.Places.Find(code) is not null);
        return new SubmittedAnswers(SubmittedAnswers.ToJson(answers), Plain.Of(participant.FullName), pack.Places.RegionOf(place), place, Value(Community), Value(Rubros)?.Split(',')[0])
        {
            HasGroup = Value(HasGroup) == QuestionKind.YesNo.Yes,
        };
    }
}

/// <summary>What <see cref="SubmitRegistration"/> needs from the form. The secret comes hashed and is not among the answers.</summary>
public sealed record RegistrationDraft(
    string GivenNames, string Surnames, int? BirthYear, string? Document, string PinHash, string? Phone, string Language, bool PrefersAudio, SubmittedAnswers Answers);
