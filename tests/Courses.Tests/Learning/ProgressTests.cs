using CoopAssistant.Courses.Learning;
using CoopAssistant.Courses.Playing;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Tests.Learning;

public sealed class ProgressTests
{
    [Fact]
    public async Task A_finished_lesson_is_kept_with_every_answer_and_once()
    {
        await using var house = await House.Open();
        var learner = new Learner(await house.Register(), 7);

        await house.Finish(learner, "5.1", missed: 1);
        await house.Finish(learner, "5.1");

        var progress = await house.Progress(learner);
        Assert.Equal(["5.1"], progress.Done.Keys);
        await house.Call<CoursesDb>(async db =>
        {
            var record = await db.LessonRecords.SingleAsync();
            Assert.Equal((4, house.Lesson("5.1").VersionId, "PA"), (record.Tries, record.VersionId, record.Country));
            Assert.Equal([true, false, true, true], await db.LessonAnswers.OrderBy(a => a.Turn).Select(a => a.IsRight).ToListAsync());
            Assert.Equal(1, (await db.Enrolments.SingleAsync()).LessonsDone);
        });
    }

    [Fact]
    public async Task A_lesson_that_was_begun_is_known_but_not_done()
    {
        await using var house = await House.Open();
        var learner = new Learner(null, 7);

        for (var again = 0; again < 2; again++)
            await house.Call<IServiceProvider>(scope => scope.Write<LessonRows>(rows => rows.Of(new LessonRows.Beginning(learner, House.Course, "1.1", house.Lesson("1.1").VersionId, "PA", house.Now))));

        Assert.Empty((await house.Progress(learner)).Done);
        await house.Call<CoursesDb>(async db => Assert.Equal(house.Now, (await db.LessonRecords.SingleAsync(r => r.FinishedAt == null)).StartedAt));
    }

    [Fact]
    public async Task The_course_ends_with_the_last_lesson_that_counts_and_without_the_one_on_violence()
    {
        await using var house = await House.Open();
        var learner = new Learner(await house.Register(), 7);
        await house.FinishAll(learner, where: id => id != "8.4");
        var before = await house.Progress(learner);

        await house.Finish(learner, "8.4");

        Assert.Equal(39, before.Done.Count);
        Assert.Null(before.FinishedAt);
        Assert.Equal(house.Now, (await house.Progress(learner)).FinishedAt);
    }

    [Fact]
    public async Task Answers_on_violence_are_never_stored()
    {
        await using var house = await House.Open();
        var learner = new Learner(await house.Register(), 7);

        await house.Finish(learner, "7.3");

        Assert.Equal(["7.3"], (await house.Progress(learner)).Done.Keys);
        await house.Call<CoursesDb>(async db =>
        {
            Assert.False(await db.LessonAnswers.AnyAsync());
            Assert.False(await db.Reviews.AnyAsync());
        });
    }

    [Fact]
    public async Task Two_women_on_one_phone_have_each_their_own_progress()
    {
        await using var house = await House.Open();
        var ana = new Learner(await house.Register("Ana"), 7);
        var rosa = new Learner(await house.Register("Rosa"), 7);

        await house.Finish(ana, "1.1");

        Assert.Empty((await house.Progress(rosa)).Done);
        Assert.Empty((await house.Progress(new Learner(null, 7))).Done);
        Assert.Single((await house.Progress(ana with { ContactId = 99 })).Done);
    }

    [Fact]
    public async Task What_was_learnt_before_registering_follows_her()
    {
        await using var house = await House.Open();
        await house.Finish(new Learner(null, 7), "1.1", missed: 0);
        var participant = await house.Register();

        for (var again = 0; again < 2; again++) await house.Call<AdoptProgress>(adopt => adopt.Handle(7, participant, default));

        house.Clock.Advance(TimeSpan.FromDays(3));
        var hers = await house.Progress(new Learner(participant, 12));
        Assert.Equal(["1.1"], hers.Done.Keys);
        Assert.Equal([0], hers.Due!.Questions);
        Assert.Empty((await house.Progress(new Learner(null, 7))).Done);
    }

    [Fact]
    public async Task Progress_of_two_phones_is_joined_and_may_end_the_course()
    {
        await using var house = await House.Open();
        var participant = await house.Register();
        var registered = new Learner(participant, 1);
        await house.FinishAll(registered, where: id => string.CompareOrdinal(id, "4") < 0 || id == "8.1");
        house.Clock.Advance(TimeSpan.FromHours(1));
        await house.FinishAll(new Learner(null, 2), where: id => string.CompareOrdinal(id, "4") > 0);

        await house.Call<AdoptProgress>(adopt => adopt.Handle(2, participant, default));

        var progress = await house.Progress(registered);
        Assert.Equal(40, progress.Done.Count);
        Assert.Equal(house.Now, progress.FinishedAt);
        Assert.Equal(house.Now - TimeSpan.FromHours(1), progress.Done["8.1"]);
        await house.Call<CoursesDb>(async db =>
        {
            Assert.Equal(40, (await db.Enrolments.SingleAsync()).LessonsDone);
            Assert.Equal(40, await db.LessonRecords.CountAsync());
        });
    }

    [Fact]
    public async Task Missed_questions_come_back_later_each_time_until_they_are_learnt()
    {
        await using var house = await House.Open();
        var learner = new Learner(await house.Register(), 7);
        await house.Finish(learner, "5.1", missed: 1);

        var pauses = new List<int>();
        for (var day = 0; day < 60; day++)
        {
            if ((await house.Progress(learner)).Due is { } due)
            {
                pauses.Add(day);
                await Review(house, learner, due, isRight: true);
            }
            house.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal([3, 10, 31], pauses);
    }

    [Fact]
    public async Task A_question_missed_again_begins_its_pauses_anew_and_a_refused_review_ends()
    {
        await using var house = await House.Open();
        var learner = new Learner(await house.Register(), 7);
        await house.Finish(learner, "5.1", missed: [0, 2]);
        house.Clock.Advance(TimeSpan.FromDays(3));
        var due = (await house.Progress(learner)).Due!;

        await Review(house, learner, due with { Questions = [0] }, isRight: false);
        await house.Call<FinishReview>(review => review.Handle(new(learner, House.Course, due.VersionId, [2], null, [], house.Now), default));

        Assert.Equal([0, 2], due.Questions);
        Assert.Null((await house.Progress(learner)).Due);
        house.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal([0], (await house.Progress(learner)).Due!.Questions);
    }

    private static async Task Review(House house, Learner learner, DueReview due, bool isRight)
    {
        var lesson = (await house.Shelf.Version(due.VersionId, default))!;
        var right = lesson.Questions.Select(question => question.RightChoice).ToList();
        var answers = due.Questions.Select(question => new GivenAnswer(question, isRight ? right[question] : (right[question] + 1) % 2)).ToList();
        await house.Call<FinishReview>(review => review.Handle(new(learner, House.Course, due.VersionId, due.Questions, answers, right, house.Now), default));
    }
}
