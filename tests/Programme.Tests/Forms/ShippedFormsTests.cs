using System.Text;
using CoopAssistant.Programme.Forms;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Tests.Packs;

namespace CoopAssistant.Programme.Tests.Forms;

/// <summary>The forms that women meet, with their real places, options and rules.</summary>
public class ShippedFormsTests
{
    private static readonly ProgrammePacks Packs = ProgrammePackReader.ReadAll(ContentFolder.Shipped);

    public static IEnumerable<object[]> AllQuestions =>
        Packs.All.SelectMany(pack => pack.Form.Questions.Select(question => new object[] { pack.Country.Code, question.Id }));

    [Fact]
    public void A_woman_from_Panama_registers_with_detours()
    {
        var talk = TalkIn("PA");

        talk.Says("me llamo maría elena", "PEREZ SANTOS", "tengo 15").Refuses(FormRefusal.TooYoung).Says("34").Asks("provincia");
        talk.Says("cocle").Asks("distrito").Says("atrás").Asks("provincia").Says("comarca ngäbe buglé").Asks("distrito").Says("no sé").Asks("comunidad");
        talk.Says("El Peñón 🌿", "chácaras y pan", "sí pues", "somos unas doce").Asks("documento");
        talk.Says("08-0123-000456").Asks("telefono").Says("este mismo").Asks("idioma").Says("ngabere").Asks("modo").Says("audio").Asks("pin").Says("4826", "4826");
        talk.Expects<FormMove.Summary>();
        talk.Says("corregir el 4").Asks("provincia").Says("Veraguas").Asks("distrito").Says("nurum").Expects<FormMove.Summary>();
        talk.Says("enviar");

        var draft = RegistrationForm.Read(talk.Expects<FormMove.Finished>(), talk.Around);
        Assert.Equal(("Maria Elena".Length, "Perez Santos"), (draft.GivenNames.Length, draft.Surnames));
        Assert.Equal((1992, "8-123-456", "+50761234567", "gym", true), (draft.BirthYear, draft.Document, draft.Phone, draft.Language, draft.PrefersAudio));
        Assert.Equal(("PA-NB.nurum", "El Peñón 🌿", "ART", "maria elena perez santos"), (draft.Answers.PlaceCode, draft.Answers.Community, draft.Answers.Rubro, draft.Answers.SearchName));
        Assert.True(Pin.Matches("4826", draft.PinHash));
        Assert.DoesNotContain(draft.PinHash, draft.Answers.Json);
    }

    [Fact]
    public void A_woman_from_Bolivia_registers_without_document()
    {
        var talk = TalkIn("BO");

        talk.Says("ROSA", "mamani flores", "nací en el 79", "cochabamba", "tiquipaya", "Zona Villa Pagador", "tejido").Asks("grupo");
        talk.Says("no pues").Asks("documento").Says("ahorita no tengo mi carnet, después").Asks("telefono").Says("71234567").Asks("idioma");
        talk.Says("quechua", "leer", "5937", "5937", "sí");

        var draft = RegistrationForm.Read(talk.Expects<FormMove.Finished>(), talk.Around);
        var answers = SubmittedAnswers.FromJson(draft.Answers.Json);
        Assert.Equal(("Rosa", "Mamani Flores", 1979, null, "+59171234567"), (draft.GivenNames, draft.Surnames, draft.BirthYear, draft.Document, draft.Phone));
        Assert.Equal("BO-C", draft.Answers.RegionCode);
        Assert.StartsWith("BO-C.", draft.Answers.PlaceCode);
        Assert.Equal("la dará después", answers.Single(answer => answer.Question == "documento").Display);
        Assert.DoesNotContain(answers, answer => answer.Question is "pin" or "grupo_personas");
    }

    [Theory]
    [InlineData("PA"), InlineData("BO")]
    public void Every_registration_form_holds_what_a_registration_needs(string country)
    {
        var form = Packs.Find(country)!.Form;

        Assert.Equal(2, form.Questions.Count(question => question.Kind is QuestionKind.Name { } && question.When.Count == 0 && !question.MaySkip));
        Assert.Single(form.Questions, question => question.Kind is QuestionKind.Pin && question.When.Count == 0 && !question.MaySkip);
        Assert.All([RegistrationForm.Community, RegistrationForm.Rubros, RegistrationForm.Language, RegistrationForm.Mode], id => Assert.NotNull(form.Find(id)));
    }

    [Theory]
    [InlineData("14-12-345", true), InlineData("8-12-345", false)]
    public void An_unusual_document_is_taken_and_marked_for_staff(string document, bool doubtful)
    {
        var talk = TalkIn("PA");
        talk.Says("Ana", "Gómez", "1990", "coclé", "antón", "Centro", "1", "no", document, "este", "español", "leer", "4826", "4826", "sí");

        var draft = RegistrationForm.Read(talk.Expects<FormMove.Finished>(), talk.Around);

        Assert.Equal(doubtful, SubmittedAnswers.FromJson(draft.Answers.Json).Single(answer => answer.Question == "documento").Doubtful);
    }

    [Theory]
    [MemberData(nameof(AllQuestions))]
    public void Two_hundred_random_messages_to_any_question_leave_her_able_to_finish(string country, string question)
    {
        var random = new Random((country + question).Sum(letter => letter) * 104729);
        var talk = TalkIn(country);
        AnswerUntil(talk, move => move is FormMove.Ask ask && ask.Question.Id == question);

        for (var i = 0; i < 200; i++)
        {
            talk.Says(Noise.Message(random));
            Assert.InRange(Encoding.UTF8.GetByteCount(StoredJson.Text(talk.Move.Progress, FormProgress.Write)), 10, 4096);
        }

        if (talk.Move.Progress.IsCancelling) talk.Says("no");
        AnswerUntil(talk, move => move is FormMove.Finished);
    }

    private static FormTalk TalkIn(string country)
    {
        var pack = Packs.Find(country)!;
        return new FormTalk(pack.Form, places: pack.Places, ownPhone: country == "PA" ? "+50761234567" : "+59171234567");
    }

    /// <summary>Right answers until the move; "otra" and "sí" lead through every condition.</summary>
    private static void AnswerUntil(FormTalk talk, Func<FormMove, bool> isThere)
    {
        for (var moves = 0; moves < 60; moves++)
        {
            if (isThere(talk.Move)) return;
            talk.Says(talk.Move switch
            {
                FormMove.Summary => "sí",
                FormMove.OfferPlaces => "1",
                FormMove.Cancelled => "hola",
                _ => talk.Player.Question(talk.Move.Progress)!.Kind switch
                {
                    QuestionKind.Name => "Ana",
                    QuestionKind.BirthYear => "1990",
                    QuestionKind.Place { Level: 1 } => talk.Around.Places.Top[1].Name,
                    QuestionKind.Place => "no sé",
                    QuestionKind.Choices => "otra actividad",
                    QuestionKind.Choice => "1",
                    QuestionKind.YesNo => "sí",
                    QuestionKind.Number => "12",
                    QuestionKind.Document => "después",
                    QuestionKind.Phone => "este",
                    QuestionKind.Pin => "4826",
                    _ => "cualquier cosa",
                },
            });
        }
        Assert.Fail($"Stuck at {talk.Move}");
    }
}
