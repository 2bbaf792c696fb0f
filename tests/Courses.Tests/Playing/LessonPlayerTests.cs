using CoopAssistant.Courses.Lessons;
using CoopAssistant.Courses.Playing;

namespace CoopAssistant.Courses.Tests.Playing;

public sealed class LessonPlayerTests
{
    private readonly Lesson _lesson = ALesson.With();

    [Fact]
    public void Messages_come_one_at_a_time_and_then_the_questions()
    {
        var move = LessonPlayer.Show(_lesson, LessonPosition.Start);
        var seen = new List<string>();

        for (; move.Screen is LessonScreen.Reading reading; move = LessonPlayer.Next(_lesson, Reloaded(move))) seen.Add($"{reading.Message.Text} ({reading.Number}/{reading.Of})");

        Assert.Equal(["Mensaje 1 (1/3)", "Mensaje 2 (2/3)", "Mensaje 3 (3/3)"], seen);
        Assert.Equal((1, 3, false), Assert.IsType<LessonScreen.Asking>(move.Screen) is var asking ? (asking.Number, asking.Of, asking.IsBack) : default);
    }

    [Fact]
    public void Showing_again_moves_nothing()
    {
        var position = LessonPosition.AtMessage(1);

        var again = LessonPlayer.Show(_lesson, position);

        Assert.Equal(position, again.Position);
        Assert.Equal("Mensaje 2", Assert.IsType<LessonScreen.Reading>(again.Screen).Message.Text);
    }

    [Fact]
    public void A_right_answer_is_praised_and_the_last_one_ends_the_lesson()
    {
        var move = AtQuestions();

        for (var question = 0; question < 3; question++)
        {
            move = LessonPlayer.Answer(_lesson, Reloaded(move), 1);
            Assert.Equal("Sobre Bien", move.Given!.Feedback);
        }

        var finished = Assert.IsType<LessonScreen.Finished>(move.Screen);
        Assert.Empty(finished.Missed(_lesson));
        Assert.Equal([new GivenAnswer(0, 1), new(1, 1), new(2, 1)], finished.Answers);
    }

    [Fact]
    public void A_wrong_answer_is_explained_and_comes_back_after_the_others()
    {
        var move = LessonPlayer.Answer(_lesson, AtQuestions().Position, 0);
        Assert.Equal("Sobre Mal", move.Given!.Feedback);
        var order = new List<string>();

        for (; move.Screen is LessonScreen.Asking asking; move = LessonPlayer.Answer(_lesson, Reloaded(move), 1)) order.Add($"{asking.Question.Text} {asking.Number}/{asking.Of} {asking.IsBack}");

        Assert.Equal(["Pregunta 2 2/3 False", "Pregunta 3 3/3 False", "Pregunta 1 3/3 True"], order);
        Assert.Equal([0], Assert.IsType<LessonScreen.Finished>(move.Screen).Missed(_lesson));
    }

    [Fact]
    public void She_may_try_the_last_question_as_often_as_she_needs()
    {
        var move = LessonPlayer.Answer(_lesson, LessonPosition.AtQuestions([2]), 0);

        for (var tries = 0; tries < 200; tries++)
        {
            Assert.Equal("Pregunta 3", Assert.IsType<LessonScreen.Asking>(move.Screen).Question.Text);
            move = LessonPlayer.Answer(_lesson, Reloaded(move), tries % 2 * 2);
        }
        move = LessonPlayer.Answer(_lesson, Reloaded(move), 1);

        Assert.IsType<LessonScreen.Finished>(move.Screen);
        Assert.Equal(LessonPosition.MostAnswersKept, move.Position.Answers.Count);
    }

    [Fact]
    public void Nothing_is_right_or_kept_in_a_lesson_without_score()
    {
        var lesson = ALesson.With(questions: 2, isScored: false);
        var first = LessonPlayer.Answer(lesson, LessonPosition.AtQuestions([0, 1]), 0);

        var last = LessonPlayer.Answer(lesson, Reloaded(first), 2);

        Assert.Equal("Sobre Mal", first.Given!.Feedback);
        Assert.Equal((2, 2), Assert.IsType<LessonScreen.Asking>(first.Screen) is var asking ? (asking.Number, asking.Of) : default);
        Assert.Empty(Assert.IsType<LessonScreen.Finished>(last.Screen).Answers);
        Assert.Equal("q|", last.Position.ToString());
    }

    [Fact]
    public void A_review_asks_only_what_is_due()
    {
        var move = LessonPlayer.Show(_lesson, LessonPosition.AtQuestions([2]));

        Assert.Equal((2, 1, 1), Assert.IsType<LessonScreen.Asking>(move.Screen) is var asking ? (asking.Index, asking.Number, asking.Of) : default);
        Assert.IsType<LessonScreen.Finished>(LessonPlayer.Answer(_lesson, move.Position, 1).Screen);
    }

    [Theory]
    [InlineData("m7")]
    [InlineData("q9|")]
    [InlineData("q0|1.9")]
    public void A_place_that_the_lesson_does_not_have_begins_it_anew(string written)
    {
        var move = LessonPlayer.Show(_lesson, LessonPosition.Parse(written)!);

        Assert.Equal("Mensaje 1", Assert.IsType<LessonScreen.Reading>(move.Screen).Message.Text);
    }

    [Theory]
    [InlineData("m0")]
    [InlineData("m4")]
    [InlineData("q0,1,2|")]
    [InlineData("q1,0|0.2")]
    [InlineData("q|0.2,1.1,0.1")]
    public void A_place_survives_being_written_down(string written) => Assert.Equal(written, LessonPosition.Parse(written)!.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("m-1")]
    [InlineData("m99999")]
    [InlineData("q1")]
    [InlineData("qx|")]
    [InlineData("q1|1")]
    [InlineData("q1|1.x")]
    [InlineData("x")]
    public void Anything_else_is_no_place(string? written) => Assert.Null(LessonPosition.Parse(written));

    [Fact]
    public void Answers_and_steps_out_of_turn_move_nothing()
    {
        var reading = LessonPosition.AtMessage(1);
        var asking = LessonPosition.AtQuestions([0]);

        Assert.Equal("m1", LessonPlayer.Answer(_lesson, reading, 1).Position.ToString());
        Assert.Equal("q0|", LessonPlayer.Next(_lesson, asking).Position.ToString());
        Assert.Equal("q0|", LessonPlayer.Answer(_lesson, asking, 3).Position.ToString());
        Assert.Equal("q0|", LessonPlayer.Answer(_lesson, asking, -1).Position.ToString());
    }

    [Fact]
    public void Any_steps_at_random_stay_in_the_lesson_and_right_answers_always_end_it()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var chance = new Random(seed);
            var lesson = ALesson.With(chance.Next(1, 6), chance.Next(1, 4));
            var move = LessonPlayer.Show(lesson, LessonPosition.Start);

            for (var step = 0; step < 40; step++)
                move = chance.Next(3) == 0 ? LessonPlayer.Next(lesson, Reloaded(move)) : LessonPlayer.Answer(lesson, Reloaded(move), chance.Next(-1, 4));
            for (var step = 0; step < 10 && move.Screen is not LessonScreen.Finished; step++)
                move = move.Screen is LessonScreen.Reading ? LessonPlayer.Next(lesson, Reloaded(move)) : LessonPlayer.Answer(lesson, Reloaded(move), 1);

            Assert.IsType<LessonScreen.Finished>(move.Screen);
        }
    }

    private LessonMove AtQuestions() => LessonPlayer.Next(_lesson, LessonPosition.AtMessage(2));

    private static LessonPosition Reloaded(LessonMove move) => LessonPosition.Parse(move.Position.ToString())!;
}
