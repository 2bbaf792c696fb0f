using CoopAssistant.Courses.Learning;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Courses.Statistics;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Testing;

namespace CoopAssistant.Courses.Tests.Statistics;

/// <summary>At which message or question women stop: counted from what was noted, as long as it holds.</summary>
public sealed class StopNumbersTests
{
    [Fact]
    public async Task Where_most_stop_comes_first_by_message_and_by_question()
    {
        await using var house = await House.Open();
        var lesson = house.Lesson("5.1");
        foreach (var (woman, step) in new[] { (1, 1), (2, 1), (3, lesson.Messages.Count + 1), (4, 0) }) await LeavesAt(house, woman, step);

        var stops = await Read(house);

        Assert.Equal([(false, 2, 2), (false, 1, 1), (true, 2, 1)], stops.Select(stop => (stop.IsQuestion, stop.Number, stop.Stopped)));
        Assert.Equal((lesson.Messages[1].Text, lesson.Questions[1].Text, "5.1"), (stops[0].Text, stops[2].Text, stops[0].LessonId));
    }

    [Fact]
    public async Task Who_finishes_or_learns_on_has_not_stopped()
    {
        await using var house = await House.Open();
        await LeavesAt(house, 1, 0);
        await LeavesAt(house, 2, 0);
        await LeavesAt(house, 3, 0);
        Assert.Equal(3, Assert.Single(await Read(house)).Stopped);

        await house.Finish(new(null, 1), "5.1");
        await Begin(house, 2, "1.1");

        Assert.Equal(1, Assert.Single(await Read(house)).Stopped);
        var numbers = (await house.Call<ReadLearningNumbers, LearningNumbers?>(read => read.Handle(new(House.Course, null, null, null), default)))!;
        Assert.Equal((3, 1), (numbers.Count.Started, numbers.Count.Stopped));
        Assert.Equal(new LearningCount(3, 1, 1), numbers.Modules.SelectMany(module => module.Lessons).Single(one => one.LessonId == "5.1").Count);
    }

    [Fact]
    public async Task A_message_that_reads_the_same_in_a_later_version_is_counted_with_it()
    {
        await using var house = await House.Open();
        await LeavesAt(house, 1, 2);
        await house.Call<CoursesDb>(async db =>
        {
            var old = db.LessonVersions.Single(v => v.LessonId == "5.1");
            db.LessonVersions.Add(new LessonVersion(old.CourseId, "es", "5.1", null, 2, old.File, old.Source.Replace("title: ", "title: Nuestro "), "ana", house.Now));
            await db.SaveAsync(default);
        });
        await house.Shelf.Refresh(default);
        await LeavesAt(house, 2, 2);

        var stop = Assert.Single(await Read(house));

        Assert.Equal((2, 3, "Nuestro Libro de caja"), (stop.Stopped, stop.Number, stop.LessonTitle));
    }

    [Fact]
    public async Task Staff_of_a_country_see_the_stops_of_their_women_alone()
    {
        await using var house = await House.Open();
        await LeavesAt(house, 1, 1);

        Assert.Single(await Read(house, territory: Territory.OfCountry("PA")));
        Assert.Empty(await Read(house, territory: Territory.OfCountry("BO")));
        Assert.Empty(await Read(house, country: "BO"));
    }

    [Fact]
    public async Task Noting_again_moves_her_place_and_only_lessons_that_were_left_are_looked_for()
    {
        await using var house = await House.Open();
        await Begin(house, 1, "5.1");
        Assert.Empty(await house.Call<NoteStops, IReadOnlyList<LeftLesson>>(note => note.Left(0, default)));
        house.Clock.Advance(TimeSpan.FromDays(15));
        var left = Assert.Single(await house.Call<NoteStops, IReadOnlyList<LeftLesson>>(note => note.Left(0, default)));

        await Note(house, left.EnrolmentId, 1);
        await Note(house, left.EnrolmentId, 3);

        Assert.Equal(("5.1", (long?)1), (left.LessonId, left.ContactId));
        Assert.Equal(4, Assert.Single(await Read(house)).Number);
    }

    private static async Task LeavesAt(House house, long contact, int step)
    {
        await Begin(house, contact, "5.1");
        house.Clock.Advance(TimeSpan.FromDays(15));
        var enrolment = await house.Call<CoursesDb, long>(db => Task.FromResult(db.Enrolments.Single(e => e.ContactId == contact).Id));
        await Note(house, enrolment, step);
    }

    private static Task Note(House house, long enrolment, int step) =>
        house.Call<NoteStops>(note => note.Handle([new(enrolment, "5.1", house.Lesson("5.1").VersionId, step)], default));

    private static Task Begin(House house, long contact, string lesson) =>
        house.Call<IServiceProvider>(scope => scope.Write<LessonRows>(rows => rows.Of(new LessonRows.Beginning(new Learner(null, contact), House.Course, lesson, house.Lesson(lesson).VersionId, "PA", house.Now))));

    private static async Task<IReadOnlyList<StopNumbers>> Read(House house, string? country = null, Territory? territory = null)
    {
        await house.Call<CountLearning>(count => count.Handle(default));
        return await house.Call<ReadStopNumbers, IReadOnlyList<StopNumbers>>(read => read.Handle(new(House.Course, country, null, territory), default));
    }
}
