using CoopAssistant.Courses.Learning;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Courses.Statistics;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Testing;

namespace CoopAssistant.Courses.Tests.Statistics;

public sealed class LearningNumbersTests
{
    [Fact]
    public async Task Numbers_say_who_began_who_finished_and_where_women_stopped()
    {
        await using var house = await House.Open();
        var (anton, arraijan) = (await Registered(house, "PA", "PA-2"), await Registered(house, "PA", "PA-10"));
        var potosi = await Registered(house, "BO", "BO-P");
        await house.Finish(new(anton, 1), "1.1");
        await Begin(house, new(anton, 1), "1.2");
        await house.Finish(new(arraijan, 2), "1.1");
        await house.Finish(new(potosi, 3), "1.1", "BO");
        house.Clock.Advance(TimeSpan.FromDays(15));
        await house.Finish(new(null, 4), "1.1");

        var all = await Read(house);
        var panama = await Read(house, "PA");
        var anton2 = await Read(house, "PA", "PA-2");

        Assert.Equal((4, 0, 3), (all.Count.Started, all.Count.Finished, all.Count.Stopped));
        Assert.Equal(new LearningCount(4, 4, 0), Lesson(all, "1.1"));
        Assert.Equal(new LearningCount(1, 0, 1), Lesson(all, "1.2"));
        Assert.Equal(new LearningCount(3, 3, 0), Lesson(panama, "1.1"));
        Assert.Equal(new LearningCount(1, 1, 0), Lesson(anton2, "1.1"));
        Assert.Equal([("BO", "BO-P", 1), ("PA", "", 1), ("PA", "PA-10", 1), ("PA", "PA-2", 1)], all.Places.Select(place => (place.Country, place.Region, place.Count.Started)));
        Assert.Equal(new LearningCount(5, 4, 1), all.Modules[0].Count);
    }

    [Fact]
    public async Task Staff_of_a_region_see_their_region_alone()
    {
        await using var house = await House.Open();
        await house.Finish(new(await Registered(house, "PA", "PA-2"), 1), "1.1");
        await house.Finish(new(await Registered(house, "PA", "PA-10"), 2), "1.1", missed: 0);

        var theirs = await Read(house, territory: Territory.OfRegions("PA-2"));
        var others = await Read(house, "PA", "PA-10", Territory.OfRegions("PA-2"));
        var bolivian = await Questions(house, Territory.OfCountry("BO"));

        Assert.Equal((1, 1), (theirs.Count.Started, theirs.Places.Count));
        Assert.Equal(0, others.Count.Started);
        Assert.Empty(bolivian);
    }

    [Fact]
    public async Task The_wrong_answer_chosen_most_is_known_also_across_versions()
    {
        await using var house = await House.Open();
        await house.Finish(new(null, 1), "5.1", missed: 1);
        await house.Finish(new(null, 2), "5.1", missed: 1);
        await house.Call<CoursesDb>(async db =>
        {
            var old = db.LessonVersions.Single(v => v.LessonId == "5.1");
            db.LessonVersions.Add(new LessonVersion(old.CourseId, "es", "5.1", null, 2, old.File, old.Source.Replace("title: ", "title: Nuestro "), "ana", house.Now));
            await db.SaveAsync(default);
        });
        await house.Shelf.Refresh(default);
        await house.Finish(new(null, 3), "5.1", missed: 1);

        var hardest = (await Questions(house, null))[0];

        var question = house.Lesson("5.1").Questions[1];
        Assert.Equal((question.Text, 6, 50), (hardest.Question, hardest.Given, hardest.RightPercent));
        Assert.Equal((question.Choices[(question.RightChoice + 1) % 2].Label, 3), (hardest.WorstChoice!.Label, hardest.WorstChoice.Given));
    }

    [Fact]
    public async Task Counting_again_changes_only_what_changed_and_forgets_what_is_gone()
    {
        await using var house = await House.Open();
        await house.Finish(new(null, 1), "1.1");
        await house.Call<CountLearning>(count => count.Handle(default));
        await house.Finish(new(null, 1), "1.2");
        var woman = await Registered(house, "PA", "PA-2");
        await house.Call<AdoptProgress>(adopt => adopt.Handle(1, woman, default));

        var now = await Read(house);

        Assert.Equal([("PA", "PA-2", 1)], now.Places.Select(place => (place.Country, place.Region, place.Count.Started)));
        Assert.Equal(new LearningCount(1, 1, 0), Lesson(now, "1.2"));
    }

    [Fact]
    public async Task Her_path_shows_what_she_did_and_what_is_open()
    {
        await using var house = await House.Open();
        var woman = await Registered(house, "PA", "PA-2");
        await house.Finish(new(woman, 1), "1.1", missed: 0);
        await Begin(house, new(woman, 1), "1.2");

        var path = Assert.Single(await house.Call<ReadLearningPath, IReadOnlyList<LearningPath>>(read => read.Handle(woman, default)));

        Assert.Equal((1, 41), (path.Done, path.Total));
        Assert.Equal(("1.1", 4, 1, true), (path.Lessons[0].LessonId, path.Lessons[0].Tries, path.Lessons[0].Wrong, path.Lessons[0].FinishedAt is not null));
        Assert.Equal((true, false), (path.Lessons[1].StartedAt is not null, path.Lessons[1].FinishedAt is not null));
        Assert.Null(path.Lessons[2].StartedAt);
        Assert.All(path.Lessons, lesson => Assert.Null(lesson.Stop));
        Assert.Empty(await house.Call<ReadLearningPath, IReadOnlyList<LearningPath>>(read => read.Handle(ParticipantId.New(house.Clock), default)));
    }

    [Fact]
    public async Task Her_path_shows_where_she_left_a_lesson_until_she_finishes_it()
    {
        await using var house = await House.Open();
        var woman = await Registered(house, "PA", "PA-2");
        await Begin(house, new(woman, 1), "1.1");
        await Begin(house, new(woman, 1), "1.2");
        var enrolment = await house.Call<CoursesDb, long>(db => Task.FromResult(db.Enrolments.Single().Id));
        foreach (var (lesson, step) in new[] { ("1.1", 2), ("1.2", house.Lesson("1.2").Messages.Count) })
            await house.Call<NoteStops>(note => note.Handle([new(enrolment, lesson, house.Lesson(lesson).VersionId, step)], default));
        await house.Finish(new(woman, 1), "1.1");

        var path = Assert.Single(await house.Call<ReadLearningPath, IReadOnlyList<LearningPath>>(read => read.Handle(woman, default)));

        Assert.Null(path.Lessons[0].Stop);
        Assert.Equal(new PathStop(IsQuestion: true, 1), path.Lessons[1].Stop);
    }

    private static async Task<LearningNumbers> Read(House house, string? country = null, string? region = null, Territory? territory = null)
    {
        await house.Call<CountLearning>(count => count.Handle(default));
        return (await house.Call<ReadLearningNumbers, LearningNumbers?>(read => read.Handle(new(House.Course, country, region, territory), default)))!;
    }

    private static async Task<IReadOnlyList<QuestionNumbers>> Questions(House house, Territory? territory)
    {
        await house.Call<CountLearning>(count => count.Handle(default));
        return await house.Call<ReadQuestionNumbers, IReadOnlyList<QuestionNumbers>>(read => read.Handle(new(House.Course, null, null, territory), default));
    }

    private static LearningCount Lesson(LearningNumbers numbers, string id) => numbers.Modules.SelectMany(module => module.Lessons).Single(lesson => lesson.LessonId == id).Count;

    private static Task Begin(House house, Learner learner, string lesson, string country = "PA") =>
        house.Call<IServiceProvider>(scope => scope.Write<LessonRows>(rows => rows.Of(new LessonRows.Beginning(learner, House.Course, lesson, house.Lesson(lesson, country).VersionId, country, house.Now))));

    private static async Task<ParticipantId> Registered(House house, string country, string region)
    {
        var participant = ParticipantId.New(house.Clock);
        await house.Call<SubmitRegistration>(submit => submit.Handle(
            new(participant, RegistrationId.New(house.Clock), Folio.Draw(country), country, "Ana", "Gómez", 1990, null, Pin.Hash("4826"), null, "es", false,
                new SubmittedAnswers("[]", Plain.Of("Ana Gómez"), region, null, "El Peñón", "ALI")), default));
        return participant;
    }
}
