using CoopAssistant.Courses.Packs;
using CoopAssistant.Courses.Writing;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Courses.Tests.Writing;

/// <summary>Each check before publishing, with the place to fix it.</summary>
public sealed class ReviewLessonTests
{
    private static readonly DraftText Clean = new(
        "La caja", 5, null, false, true, false, ["Anote la plata que entra.", "Anote la plata que sale."],
        [new("Entra 5 y sale 2. ¿Cuánto queda?", [new("7 pesos", false, "Sumó. Reste."), new("3 pesos", true, "¡Bien!")])]);

    private readonly ReviewLesson _review = new(new CourseRules(["BO", "PA"], Jargon()), new SetClock(new DateTimeOffset(2026, 11, 22, 15, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void A_clean_lesson_has_nothing_to_fix() => Assert.Empty(Of(Clean));

    public static TheoryData<string, string, string, bool> Faults => new()
    {
        { "long", "mensaje-1", "caben 600", true },
        { "empty message", "mensaje-2", "está vacío", true },
        { "no question", "datos", "termina sin pregunta", true },
        { "no feedback", "pregunta-1-respuesta-1", "Falta la explicación", true },
        { "two right", "pregunta-1", "Deje una sola", true },
        { "none right", "pregunta-1", "Marque una", true },
        { "one choice", "pregunta-1", "al menos 2", true },
        { "no title", "datos", "Falta el título", true },
        { "law without review", "datos", "fecha de su próxima revisión", true },
        { "hard", "mensaje-1", "Fernández-Huerta", false },
        { "jargon", "mensaje-2", "palabra de oficina", false },
        { "past review", "datos", "Confírmelos", false },
        { "emoji", "mensaje-1", "un solo emoji", false },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Each_fault_is_named_with_its_place(string fault, string anchor, string says, bool stops)
    {
        var question = Clean.Questions[0];
        var draft = fault switch
        {
            "long" => Clean with { Messages = [string.Concat(Enumerable.Repeat("Anote todo. ", 60)).Trim(), Clean.Messages[1]] },
            "empty message" => Clean with { Messages = [Clean.Messages[0], ""] },
            "no question" => Clean with { Questions = [] },
            "no feedback" => Clean with { Questions = [question with { Choices = [question.Choices[0] with { Feedback = "" }, question.Choices[1]] }] },
            "two right" => Clean with { Questions = [question with { Choices = [question.Choices[0] with { IsRight = true }, question.Choices[1]] }] },
            "none right" => Clean with { Questions = [question with { Choices = [question.Choices[0], question.Choices[1] with { IsRight = false }] }] },
            "one choice" => Clean with { Questions = [question with { Choices = [question.Choices[1]] }] },
            "no title" => Clean with { Title = "" },
            "law without review" => Clean with { TellsLaw = true, Messages = ["Confírmelo con su oficina."] },
            "hard" => Clean with { Messages = ["La administración participativa organizacional, fundamentalmente democrática e institucionalizada, caracteriza permanentemente cooperativas.", Clean.Messages[1]] },
            "jargon" => Clean with { Messages = [Clean.Messages[0], "Hay que implementar la caja."] },
            "past review" => Clean with { Review = new DateOnly(2026, 1, 31) },
            _ => Clean with { Messages = ["Anote 📒 hoy 👭.", Clean.Messages[1]] },
        };

        var concern = Assert.Single(Of(draft), concern => concern.What.Contains(says, StringComparison.Ordinal));

        Assert.Equal((anchor, stops), (concern.Anchor, concern.Stops));
    }

    [Theory]
    [InlineData("Hola.\nVea <script>alert(1)</script> esto.", "línea 2", "HTML")]
    [InlineData("Hola.\n\nMire https://estafa.example hoy.", "línea 3", "enlaces")]
    [InlineData("Hola.\n![foto](x.png)", "línea 2", "imágenes")]
    [InlineData("Hola.\n\n---\n\nOtra cosa.", "línea 3", "---")]
    [InlineData("Hola.\n\n## ¿Otra pregunta?", "línea 3", "títulos")]
    [InlineData("Hola.\n- [x] Sí — Bien.\n1. Uno", "línea 3", "número")]
    [InlineData("Hola.\n\n```\nrm -rf\n```", "línea 3", "código")]
    [InlineData("Hola {clave_secreta}.", "Mensaje 1", "No se conoce {clave_secreta}")]
    [InlineData("Hola.\nDi\u202Ego", "línea 2", "invisible")]
    public void Hostile_markup_stops_with_the_line_named(string text, string where, string says)
    {
        var concerns = Of(Clean with { Messages = [text, Clean.Messages[1]] });

        Assert.Contains(concerns, concern => concern.Stops && concern.Anchor == "mensaje-1" && concern.Where.Contains(where, StringComparison.Ordinal) && concern.What.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void A_country_without_a_text_stops_a_lesson_that_has_only_texts_for_countries()
    {
        var concerns = _review.Handle([Text(Clean, "PA")]);

        Assert.Contains(concerns, concern => concern is { Stops: true, Anchor: "variantes" } && concern.What.Contains("BO", StringComparison.Ordinal));
        Assert.Empty(_review.Handle([Text(Clean, "PA"), Text(Clean, "BO")]));
    }

    [Fact]
    public void Lines_are_those_of_the_file_that_is_published()
    {
        var draft = Clean with { Messages = ["Uno.\nDos.", "Tres."], Review = new DateOnly(2027, 1, 1), HasQuickExit = true };
        var key = new LessonKey("prueba", "1.1", "PA");
        var lesson = draft.ToLesson(key, "m1/1.1-caja.pa.md");

        var read = LessonReader.Read("x", lesson.File, CourseWriter.WriteLesson(lesson), new PackProblems())!;

        Assert.Equal(read.Messages, lesson.Messages);
        Assert.Equal(read.Questions.Select(q => q.Line), lesson.Questions.Select(q => q.Line));
        Assert.Equal(read.Questions[0].Choices, lesson.Questions[0].Choices);
    }

    private IReadOnlyList<LessonConcern> Of(DraftText draft) => _review.Of(Text(draft, ""));

    private static DeskText Text(DraftText draft, string country) => new(new("prueba", "1.1", country), "m1/1.1-caja.md", draft, 1, 0, null, "ana", null);

    private static JargonList Jargon() => JargonList.Read(Shipped.ContentPath, new PackProblems());
}
