using System.Text;
using CoopAssistant.Programme.Forms;

namespace CoopAssistant.Programme.Tests.Forms;

/// <summary>Whatever she writes: no exception, no dead end, never more than a few kilobytes to keep.</summary>
public class FormPropertyTests
{
    private const int LongestProgress = 4096;

    public static TheoryData<string> Questions => [.. TestForms.Registration.Questions.Select(question => question.Id)];

    [Theory]
    [MemberData(nameof(Questions))]
    public void Two_hundred_random_messages_to_one_question_leave_her_able_to_finish(string question)
    {
        var random = new Random(question.Length * 7919);
        var talk = new FormTalk();
        foreach (var (id, answer) in FormTalk.Usual.TakeWhile(usual => usual.Question != question)) talk.Says(answer);

        for (var i = 0; i < 200; i++)
        {
            talk.Says(Noise.Message(random));
            StaysWithinLimits(talk.Move);
        }

        Finishes(talk);
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    public void Two_hundred_messages_of_sense_and_nonsense_leave_her_able_to_finish(int seed)
    {
        var random = new Random(seed);
        var talk = new FormTalk();

        for (var i = 0; i < 200; i++)
        {
            talk.Says(random.Next(3) == 0 ? Noise.Message(random) : Noise.Sense(random));
            if (random.Next(20) == 0) talk.ComesBackAfter(days: random.Next(40));
            StaysWithinLimits(talk.Move);
        }

        Finishes(talk);
    }

    [Fact]
    public void The_longest_possible_answers_still_fit()
    {
        var talk = new FormTalk();
        var words = new string('ñ', 59) + "x";

        talk.Says(words, words, "1988", "coclé", new string('q', 80), new string('q', 80)).Expects<FormMove.OfferPlaces>();
        talk.Says(FormPlayer.KeepMyWords, new string('é', 120), "1 2 6", new string('ü', 80), "sí", "500", "8-1234-123456", "6123-4567", "voz", "4826", "4826").Expects<FormMove.Summary>();

        StaysWithinLimits(talk.Move);
    }

    [Fact]
    public void Progress_of_a_stranger_form_or_with_unknown_questions_is_survived()
    {
        var odd = new FormProgress
        {
            Form = "registro", Question = "ya_no_existe", Mode = FormMode.ChoosingPlace, Offered = ["NOPE"], TouchedOn = TestForms.Today,
            Answers = new Dictionary<string, FormAnswer?> { ["viejo"] = FormAnswer.Given("x"), ["nombres"] = FormAnswer.Given("Ana") },
        };

        var move = new FormPlayer(TestForms.Registration, TestForms.Around()).Answer(odd, "hola");

        Assert.Equal("apellidos", Assert.IsType<FormMove.Ask>(move).Question.Id);
    }

    private static void StaysWithinLimits(FormMove move)
    {
        Assert.InRange(Encoding.UTF8.GetByteCount(StoredJson.Text(move.Progress, FormProgress.Write)), 10, LongestProgress);
        Assert.True(move is FormMove.Finished or FormMove.Cancelled or FormMove.Summary || move.Progress.IsCancelling || move.Progress.Question is not null);
        if (move is FormMove.Summary or FormMove.Finished) Assert.Null(move.Progress.Question);
    }

    /// <summary>With the usual answers she reaches the end within a move for each question, a place list and a secret said twice.</summary>
    private static void Finishes(FormTalk talk)
    {
        if (talk.Move.Progress.IsCancelling) talk.Says("no");
        for (var moves = 0; moves < 2 * TestForms.Registration.Questions.Count; moves++)
        {
            talk.Says(talk.Move switch
            {
                FormMove.Summary => "sí",
                FormMove.RepeatPin => "atrás",
                FormMove.OfferPlaces => "no sé",
                FormMove.Cancelled => "hola",
                _ => Right(talk.Move.Progress.Question!),
            });
            if (talk.Move is FormMove.RepeatPin) talk.Says("4826");
            if (talk.Move is FormMove.Finished) return;
        }
        Assert.Fail($"Still not finished: {talk.Move}");
    }

    private static string Right(string question) =>
        question == "rubro_otro" ? "reparar celulares" : FormTalk.Usual.Single(usual => usual.Question == question).Answer;
}

/// <summary>Messages as they may come: words, numbers, emoji, code, broken text, very long, and what she may say to the form.</summary>
internal static class Noise
{
    private static readonly string[] Odd =
    [
        "", " ", "👍", "😀😀😀", "no", "sí", "atrás", "saltar", "cancelar", "hola", "no sé", "después", "1", "2", "0", "99999999999999999999", "-1", "1.5", "½", "<b>x</b>",
        "'; DROP TABLE x;--", "{{nombre}}", "%s%n", "\0\u0001\u0007", "a\ud800", "\udfff", "\u202eabc", "é\u0301\u0301\u0301", "ﷺ", "１２３", "٣", "Coclé", "anton", "1988", "34", "8-123-456",
        "61234567", "este", "=", "PA-2", "ejemplo", "enviar", "corregir 3", "PA-2.anton", "ninguna", "1 2 3 4 5 6 7", "y", ",,,,", "https://example.org/?a=b&c=d", "ÑÜ", "\n\n\n", "null",
    ];

    internal static string Message(Random random) => random.Next(5) switch
    {
        0 => new string('x', random.Next(1, 5000)),
        1 => string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => (char)random.Next(0x10000))),
        2 => string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ => (char)random.Next(32, 127))),
        3 => string.Join(' ', Enumerable.Range(0, random.Next(30)).Select(_ => Odd[random.Next(Odd.Length)])),
        _ => Odd[random.Next(Odd.Length)],
    };

    internal static string Sense(Random random) =>
        random.Next(4) == 0 ? Odd[random.Next(Odd.Length)] : FormTalk.Usual[random.Next(FormTalk.Usual.Length)].Answer;
}
