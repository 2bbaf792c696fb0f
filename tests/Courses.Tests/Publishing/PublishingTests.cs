using CoopAssistant.Courses.Packs;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Courses.Tests.Packs;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Tests.Publishing;

public sealed class PublishingTests
{
    [Fact]
    public async Task An_empty_database_is_filled_from_the_packs_once()
    {
        await using var house = await House.Open();

        await house.Get<PrepareCourses>().Handle(default);

        await house.Call<CoursesDb>(async db =>
        {
            Assert.Equal(59, await db.LessonVersions.CountAsync());
            Assert.Equal(1, await db.OutlineVersions.CountAsync());
        });
        Assert.Equal(41, house.Shelf.Find(House.Course)!.LessonsFor("BO").Count());
        Assert.All(house.Shelf.Find(House.Course)!.LessonsFor("BO"), lesson => Assert.True(lesson.VersionId > 0));
    }

    [Fact]
    public async Task What_is_published_is_what_the_files_say()
    {
        await using var house = await House.Open();

        var fromFiles = CoursePackReader.ReadAll(Shipped.ContentPath, new DateOnly(2026, 11, 22)).Courses.Single();

        Assert.Equal(CourseWriter.Write(fromFiles), CourseWriter.Write(house.Shelf.Find(House.Course)!));
    }

    [Fact]
    public async Task A_new_version_is_served_at_once_and_the_old_one_to_those_who_are_in_it()
    {
        using var folder = new CourseFolder();
        await using var house = await House.Open(folder.ContentPath);
        var old = house.Shelf.Find("prueba")!.Find("1.1", "PA")!;
        folder.Change("Anote la plata que sale.", "Anote también lo que sale.");

        var published = await house.Call<ImportCourses, int>(import => import.Handle(new(folder.Read().Courses, OnlyUnknown: false, "ana"), default));
        await house.Shelf.Refresh(default);

        Assert.Equal(1, published);
        var now = house.Shelf.Find("prueba")!.Find("1.1", "PA")!;
        Assert.Equal("Anote también lo que sale.", now.Messages[1].Text);
        Assert.NotEqual(old.VersionId, now.VersionId);
        Assert.Equal("Anote la plata que sale.", (await house.Shelf.Version(old.VersionId, default))!.Messages[1].Text);
        Assert.Equal("Anote la plata que sale.", (await new CourseShelf(house.Get<Microsoft.Extensions.DependencyInjection.IServiceScopeFactory>()).Version(old.VersionId, default))!.Messages[1].Text);
        Assert.Null(await house.Shelf.Version(12345, default));
    }

    [Fact]
    public async Task What_staff_published_outlives_the_next_start()
    {
        using var folder = new CourseFolder();
        await using var house = await House.Open(folder.ContentPath);
        folder.Change("Anote la plata que sale.", "Escrito por el equipo.");
        await house.Call<ImportCourses>(import => import.Handle(new(folder.Read().Courses, OnlyUnknown: false, "ana"), default));
        folder.Change("Anote la plata que sale.", "Del paquete siguiente.");

        await house.Get<PrepareCourses>().Handle(default);

        Assert.Equal("Escrito por el equipo.", house.Shelf.Find("prueba")!.Find("1.1", "PA")!.Messages[1].Text);
    }

    [Fact]
    public async Task Broken_packs_stop_the_first_start_and_say_where()
    {
        using var folder = new CourseFolder();
        folder.Change("minutes: 5", "minutes: mucho");

        var stopped = await Assert.ThrowsAsync<CoursesUnreadableException>(() => House.Open(folder.ContentPath));

        Assert.Contains("courses/prueba/m1/1.1-caja.md:4:", stopped.Message);
    }

    [Fact]
    public async Task Processes_that_start_together_publish_once()
    {
        await using var house = await House.Open();
        using var folder = new CourseFolder();
        var courses = folder.Read().Courses;

        var starts = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            try
            {
                await house.Call<ImportCourses>(import => import.Handle(new(courses, OnlyUnknown: true, ""), default));
            }
            catch (DbUpdateException)
            {
                // The index let another one through.
            }
        }));
        await Task.WhenAll(starts);

        await house.Call<CoursesDb>(async db => Assert.Equal(1, await db.LessonVersions.CountAsync(v => v.CourseId == "prueba")));
    }
}
