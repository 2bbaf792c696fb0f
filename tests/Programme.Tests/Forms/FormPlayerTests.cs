using CoopAssistant.Programme.Forms;

namespace CoopAssistant.Programme.Tests.Forms;

public class FormPlayerTests
{
    [Fact]
    public void A_form_is_filled_in_from_the_first_question_to_the_confirmed_summary()
    {
        var talk = new FormTalk().Asks("nombres", AskReason.First);

        talk.UpToSummary().Says("sí, todo bien");

        var answers = talk.Expects<FormMove.Finished>().Progress.Answers;
        Assert.Equal("PA-2.anton", answers["distrito"]!.Value);
        Assert.Equal("AGR,ALI", answers["rubros"]!.Value);
        Assert.Equal("12", answers["grupo_personas"]!.Value);
        Assert.Equal("8-123-456", answers["documento"]!.Value);
        Assert.DoesNotContain("rubro_otro", answers.Keys);
    }

    [Fact]
    public void A_question_is_asked_only_where_its_condition_holds()
    {
        var talk = new FormTalk().UpTo("rubros");

        talk.Says("pan y otra").Asks("rubro_otro").Says("reparar celulares").Asks("grupo").Says("no").Asks("documento");
    }

    [Fact]
    public void Atras_goes_back_one_question_at_a_time_and_never_before_the_first()
    {
        var talk = new FormTalk().UpTo("nacimiento");

        talk.Says("atrás").Asks("apellidos", AskReason.Back)
            .Says("volver").Asks("nombres", AskReason.Back)
            .Says("atras").Asks("nombres", AskReason.NothingBefore)
            .Says("Rosa").Asks("nacimiento");

        Assert.Equal("Rosa", talk.Answer("nombres").Value);
        Assert.Equal("Pérez Santos", talk.Answer("apellidos").Value);
    }

    [Fact]
    public void Saltar_leaves_out_only_what_may_be_left_out()
    {
        var talk = new FormTalk().UpTo("distrito");

        talk.Says("saltar").Asks("comunidad").Says("saltar").Refuses(FormRefusal.MayNotSkip);

        Assert.Equal(AnswerKind.LeftOut, talk.Answer("distrito").Kind);
    }

    [Theory]
    [InlineData("la doy después"), InlineData("después"), InlineData("ahorita no la tengo, mañana"), InlineData("no me acuerdo del número, luego se la doy"), InlineData("se me perdió, está en trámite")]
    public void The_document_may_always_come_later(string said)
    {
        var talk = new FormTalk().UpTo("documento");

        talk.Says(said).Asks("telefono");

        Assert.Equal(AnswerKind.Later, talk.Answer("documento").Kind);
    }

    [Fact]
    public void Not_knowing_the_district_is_an_answer()
    {
        var talk = new FormTalk().UpTo("distrito");

        talk.Says("no sé").Asks("comunidad");

        Assert.Equal(AnswerKind.LeftOut, talk.Answer("distrito").Kind);
    }

    [Fact]
    public void Where_unsure_of_a_place_a_short_list_is_offered_and_a_number_decides()
    {
        var talk = new FormTalk().UpTo("provincia").Says("chiriqui").Asks("distrito");

        talk.Says("san");
        var offer = talk.Expects<FormMove.OfferPlaces>();
        talk.Says("2").Asks("comunidad");

        Assert.Equal(offer.Options[1].Value, talk.Answer("distrito").Value);
        Assert.Equal("san", talk.Answer("distrito").Typed);
    }

    [Fact]
    public void A_district_named_instead_of_the_province_answers_both()
    {
        var talk = new FormTalk().UpTo("provincia");

        talk.Says("Penonomé");
        talk.Expects<FormMove.OfferPlaces>();
        talk.Says("1").Asks("comunidad");

        Assert.Equal("PA-2", talk.Answer("provincia").Value);
        Assert.Equal("PA-2.penonome", talk.Answer("distrito").Value);
    }

    [Fact]
    public void A_place_nobody_knows_is_kept_in_her_own_words()
    {
        var talk = new FormTalk().UpTo("distrito");

        talk.Says("Xyzwq").Refuses(FormRefusal.UnknownPlace).Says("Xyzwq");
        var offer = talk.Expects<FormMove.OfferPlaces>();
        talk.Says((offer.Options.Count + 1).ToString()).Asks("comunidad");

        Assert.Equal(new FormAnswer(AnswerKind.OwnWords, "Xyzwq"), talk.Answer("distrito"));
    }

    [Fact]
    public void Madugandi_needs_no_district()
    {
        var talk = new FormTalk().UpTo("provincia");

        talk.Says("madugandi").Asks("comunidad");
    }

    [Fact]
    public void Another_province_drops_the_district_and_asks_for_it_again()
    {
        var talk = new FormTalk().UpToSummary();

        talk.Says("4").Asks("provincia", AskReason.Correcting).Says("chiriquí").Asks("distrito").Says("david");

        Assert.Equal(SummaryReason.Corrected, talk.Expects<FormMove.Summary>().Reason);
        Assert.Equal("PA-4.david", talk.Answer("distrito").Value);
    }

    [Fact]
    public void A_correction_drops_answers_that_no_longer_apply()
    {
        var talk = new FormTalk().UpToSummary();
        Assert.Contains("grupo_personas", talk.Move.Progress.Answers.Keys);

        talk.Says("corregir el 8").Asks("grupo", AskReason.Correcting).Says("no");

        Assert.DoesNotContain("grupo_personas", talk.Expects<FormMove.Summary>().Progress.Answers.Keys);
    }

    [Theory]
    [InlineData("1", "nombres"), InlineData("cambiar la comunidad", "comunidad"), InlineData("ya quiero cambiar el telefono", "telefono"), InlineData("el seis", "comunidad"), InlineData("mi nombre está mal", "nombres"), InlineData("el año de nacimiento", "nacimiento"), InlineData("sí, pero corrija el 2", "apellidos")]
    public void Any_answer_can_be_corrected_from_the_summary(string said, string question)
    {
        var talk = new FormTalk().UpToSummary();

        talk.Says(said).Asks(question, AskReason.Correcting);
    }

    [Theory]
    [InlineData("sí"), InlineData("ENVIAR"), InlineData("0"), InlineData("👍"), InlineData("está todo bien"), InlineData("todo bien gracias"), InlineData("sipi")]
    public void The_summary_is_sent_with_a_yes(string said)
    {
        var talk = new FormTalk().UpToSummary();

        talk.Says(said).Expects<FormMove.Finished>();
    }

    [Theory]
    [InlineData("no", SummaryReason.WhichOne), InlineData("está mal", SummaryReason.WhichOne), InlineData("77", SummaryReason.NotUnderstood), InlineData("mmm", SummaryReason.NotUnderstood), InlineData("hola", SummaryReason.Resumed)]
    public void The_summary_stays_until_she_decides(string said, SummaryReason reason)
    {
        var talk = new FormTalk().UpToSummary();

        talk.Says(said);

        Assert.Equal(reason, talk.Expects<FormMove.Summary>().Reason);
    }

    [Fact]
    public void Atras_in_a_correction_leaves_the_answer_as_it_was()
    {
        var talk = new FormTalk().UpToSummary();

        talk.Says("1", "atrás").Expects<FormMove.Summary>();

        Assert.Equal("María Elena", talk.Answer("nombres").Value);
    }

    [Fact]
    public void Cancelar_asks_first_and_keeps_what_was_answered()
    {
        var talk = new FormTalk().UpTo("comunidad");

        talk.Says("cancelar").Expects<FormMove.ConfirmCancel>();
        talk.Says("no").Asks("comunidad", AskReason.NotCancelled);
        talk.Says("cancelar", "sí").Expects<FormMove.Cancelled>();

        talk.ComesBackAfter(days: 3).Asks("comunidad", AskReason.Resumed);
        Assert.Equal("María Elena", talk.Answer("nombres").Value);
    }

    [Fact]
    public void Days_later_she_goes_on_where_she_left_off()
    {
        var talk = new FormTalk().UpTo("rubros");

        talk.ComesBackAfter(days: 30).Asks("rubros", AskReason.Resumed).Says("hola").Asks("rubros", AskReason.Resumed).Says("tejido").Asks("grupo");
    }

    [Fact]
    public void After_thirty_days_the_form_begins_anew()
    {
        var talk = new FormTalk().UpTo("rubros");

        talk.ComesBackAfter(days: 31).Asks("nombres", AskReason.First);

        Assert.Empty(talk.Move.Progress.Answers);
    }

    [Fact]
    public void The_third_refusal_offers_an_example_or_a_person()
    {
        var talk = new FormTalk().UpTo("nacimiento");

        Assert.False(talk.Says("hace mucho").Expects<FormMove.Refuse>().OffersHelp);
        Assert.False(talk.Says("uy").Expects<FormMove.Refuse>().OffersHelp);
        Assert.True(talk.Says("mmm").Expects<FormMove.Refuse>().OffersHelp);
        talk.Says("ejemplo").Asks("nacimiento", AskReason.Explained).Says("1990").Asks("provincia");
    }

    [Fact]
    public void Help_is_offered_also_to_who_names_place_after_place_that_is_not_known()
    {
        var talk = new FormTalk().UpTo("provincia");

        Assert.False(talk.Says("xkqwz").Move.OffersHelp);
        Assert.False(talk.Says("wzzyq").Move.OffersHelp);
        Assert.True(talk.Says("qqkkw").Move.OffersHelp);
        Assert.True(talk.Says("zwwkx").Move.OffersHelp);
    }

    [Fact]
    public void Help_is_offered_also_to_who_is_not_understood_in_the_summary()
    {
        var talk = new FormTalk().UpToSummary();

        Assert.False(talk.Says("mmm").Expects<FormMove.Summary>().OffersHelp);
        Assert.False(talk.Says("este").Expects<FormMove.Summary>().OffersHelp);
        Assert.True(talk.Says("mmm").Expects<FormMove.Summary>().OffersHelp);
    }

    [Fact]
    public void Help_is_offered_also_to_whose_secrets_differ_again_and_again()
    {
        var talk = new FormTalk().UpTo("pin");

        foreach (var offersHelp in new[] { false, false, true })
        {
            talk.Says("4826").Expects<FormMove.RepeatPin>();
            Assert.Equal(offersHelp, talk.Says("4827").Asks("pin", AskReason.PinsDiffer).Move.OffersHelp);
        }
    }

    [Theory]
    [InlineData("sí"), InlineData("ok"), InlineData("12345"), InlineData("👍")]
    public void A_yes_is_not_taken_for_a_name(string said)
    {
        var talk = new FormTalk();

        talk.Says(said);

        Assert.True(talk.Expects<FormMove.Refuse>().Reason is FormRefusal.NotAName or FormRefusal.NotUnderstood);
    }

    [Theory]
    [InlineData("los dos", null), InlineData("ambos", null), InlineData("dos", "audio"), InlineData("la primera", "texto"), InlineData("me gusta leer", "texto"), InlineData("escuchar", null), InlineData("Escuchar audios", "audio")]
    public void One_choice_is_taken_only_where_one_is_meant(string said, string? value)
    {
        var talk = new FormTalk().UpTo("modo");

        talk.Says(said);

        Assert.Equal(value, talk.Move.Progress.Answers.GetValueOrDefault("modo")?.Value);
    }

    [Fact]
    public void A_minor_is_told_apart_from_a_mistake()
    {
        var talk = new FormTalk().UpTo("nacimiento");

        talk.Says("tengo 15").Refuses(FormRefusal.TooYoung);
    }

    [Fact]
    public void The_secret_that_stands_as_the_example_is_no_secret()
    {
        var talk = new FormTalk().UpTo("pin");

        talk.Says("9316").Refuses(FormRefusal.WeakPin);
    }

    [Fact]
    public void Her_secret_is_repeated_hidden_and_kept_only_as_a_hash()
    {
        var talk = new FormTalk().UpTo("pin");

        Assert.True(talk.Says("4826").Expects<FormMove.RepeatPin>().HidesHerText);
        Assert.DoesNotContain("4826", StoredJson.Text(talk.Move.Progress, FormProgress.Write));
        Assert.True(talk.Says("4 8 2 6").Expects<FormMove.Summary>().HidesHerText);

        Assert.True(Programme.Participants.Pin.Matches("4826", talk.Answer("pin").Value!));
        Assert.DoesNotContain("4826", StoredJson.Text(talk.Move.Progress, FormProgress.Write));
        Assert.False(talk.Says("3").Move.HidesHerText);
    }

    [Fact]
    public void A_secret_said_differently_is_chosen_again()
    {
        var talk = new FormTalk().UpTo("pin");

        talk.Says("4826", "4862").Asks("pin", AskReason.PinsDiffer).Says("4862", "4862").Expects<FormMove.Summary>();
    }

    [Theory]
    [InlineData("1234", FormRefusal.WeakPin), InlineData("0000", FormRefusal.WeakPin), InlineData("1988", FormRefusal.WeakPin), InlineData("12", FormRefusal.NotAPin), InlineData("hola clave", FormRefusal.NotAPin)]
    public void A_secret_anybody_would_guess_is_refused(string said, FormRefusal reason)
    {
        var talk = new FormTalk().UpTo("pin");

        talk.Says(said).Refuses(reason);
    }

    [Fact]
    public void Este_is_refused_where_the_channel_knows_no_number()
    {
        var talk = new FormTalk(ownPhone: null);
        foreach (var (_, answer) in FormTalk.Usual.TakeWhile(usual => usual.Question != "telefono")) talk.Says(answer);

        talk.Says("este mismo").Refuses(FormRefusal.NoNumberHere).Says("6123-4567").Asks("modo");
    }

    [Theory]
    [InlineData("no tengo"), InlineData("No tengo teléfono."), InlineData("no uso telefono")]
    public void Who_has_no_telephone_goes_on_without_one(string said)
    {
        var talk = new FormTalk(ownPhone: null).UpTo("telefono");

        talk.Says(said).Asks("modo");

        Assert.Equal(FormAnswer.LeftOut, talk.Answer("telefono"));
    }

    [Theory]
    [InlineData("72", FormRefusal.AgeOrYear), InlineData("66", FormRefusal.AgeOrYear), InlineData("hace mucho", FormRefusal.NotAYear), InlineData("720", FormRefusal.NotAYear)]
    public void What_may_be_an_age_or_a_year_is_asked_again_with_what_to_write(string said, FormRefusal reason) =>
        new FormTalk().UpTo("nacimiento").Says(said).Refuses(reason).Says("72 años").Asks("provincia");

    [Fact]
    public void A_number_is_no_place_and_is_not_answered_by_a_wish_for_numbers() =>
        new FormTalk().UpTo("provincia").Says("1988").Refuses(FormRefusal.UnknownPlace).Says("🌻").Refuses(FormRefusal.NotUnderstood);

    [Theory]
    [InlineData("1 y 3", "AGR,ALI"), InlineData("1,3", "AGR,ALI"), InlineData("1y3", "AGR,ALI"), InlineData("13", "AGR,ALI"), InlineData("pan y tejido", "ALI,TEX")]
    [InlineData("hago pan, y tambien texido", "ALI,TEX"), InlineData("artesania", "ART"), InlineData("gayinas", "ANI"), InlineData("Pan, dulces y conservas", "ALI"), InlineData("la dos", "ANI"), InlineData("3 1", "ALI,AGR"), InlineData("todavía no sé", "NS")]
    public void Several_choices_are_read_by_number_word_and_with_mistakes(string said, string values)
    {
        var talk = new FormTalk().UpTo("rubros");

        talk.Says(said);

        Assert.Equal(values, talk.Answer("rubros").Value);
    }

    [Theory]
    [InlineData("1 2 3 4", FormRefusal.TooManyOptions), InlineData("99", FormRefusal.NotAnOption), InlineData("no hay", FormRefusal.NotAnOption), InlineData("1 y 7", FormRefusal.NotTogether), InlineData("🙂", FormRefusal.NotUnderstood)]
    public void Choices_outside_the_rules_are_refused_with_their_reason(string said, FormRefusal reason)
    {
        var form = TestForms.Only(new QuestionKind.Choices(TestForms.Rubros, 3));

        var talk = new FormTalk(form).Says(said);

        talk.Refuses(reason);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>"), InlineData("'; DROP TABLE participants; --"), InlineData("Ñürüm & Cía")]
    public void Markup_and_code_are_just_text(string said)
    {
        var talk = new FormTalk().UpTo("comunidad");

        talk.Says(said).Asks("rubros");

        Assert.Equal(said, talk.Answer("comunidad").Value);
    }

    [Theory]
    [InlineData("nada", "0")]
    [InlineData("no vendimos nada", "0")]
    [InlineData("B/. 1,350", "1350")]
    [InlineData("no", null)]
    [InlineData("saltar", null)]
    public void Asked_for_an_amount_nothing_is_nought_and_a_bare_no_leaves_it_out(string said, string? value)
    {
        var talk = new FormTalk(TestForms.Only(new QuestionKind.Money(1_000_000, "B/.", "es-PA"), maySkip: true)).Says(said);

        Assert.Equal(value, talk.Answer("q").Value);
    }

    [Fact]
    public void An_amount_is_shown_as_it_is_written_there()
    {
        var form = TestForms.Only(new QuestionKind.Money(1_000_000, "Bs", "es-BO"));

        Assert.Equal("Bs 12.500", FormDisplay.Of(form.Questions[0], FormAnswer.Given("12500"), TestForms.Places, form.Words));
    }
}
