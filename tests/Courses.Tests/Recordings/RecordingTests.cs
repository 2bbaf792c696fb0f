using CoopAssistant.Courses.Publishing;
using CoopAssistant.Courses.Recordings;
using CoopAssistant.Programme.Recordings;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Courses.Tests.Recordings;

public sealed class RecordingTests
{
    private const string Course = House.Course;
    private static readonly byte[] Voice = ARecording.Of(2);
    private static readonly byte[] Another = ARecording.Of(2, tone: 660);

    [Fact]
    public async Task A_recorded_message_is_heard_at_once_with_its_length_and_size()
    {
        await using var house = await House.Open();
        var lesson = house.Lesson("5.1");

        var saved = Assert.IsType<SaveRecordingResult.Saved>(await Save(house, "5.1", lesson.Messages[0].Text, Voice));

        var heard = house.Shelf.Recording(Course, lesson, "BO", lesson.Messages[0].Text)!;
        Assert.Equal((2.0, Voice.Length), (Math.Round(heard.Length.TotalSeconds, 3), heard.Size));
        Assert.Equal(saved.Length.TotalSeconds, heard.Length.TotalSeconds, 0.001);
        Assert.Equal(Voice, await house.Call<ReadRecordingBytes, byte[]?>(read => read.Handle(heard.FileId, default)));
        Assert.Null(house.Shelf.Recording(Course, lesson, "BO", lesson.Messages[1].Text));
    }

    [Fact]
    public async Task A_changed_text_is_read_again_until_it_is_recorded_and_spaces_change_nothing()
    {
        await using var house = await House.Open();
        var lesson = house.Lesson("5.1");
        var text = lesson.Messages[0].Text;
        await Save(house, "5.1", text, Voice);

        Assert.NotNull(house.Shelf.Recording(Course, lesson, "PA", $"  {text.Replace(" ", "\n")} "));
        Assert.Null(house.Shelf.Recording(Course, lesson, "PA", text + " Y otra cosa."));
    }

    [Fact]
    public async Task Her_countrys_voice_comes_before_the_one_for_all()
    {
        await using var house = await House.Open();
        var lesson = house.Lesson("5.1");
        var text = lesson.Messages[0].Text;
        await Save(house, "5.1", text, Voice);
        await Save(house, "5.1", text, Another, country: "BO");

        var panama = house.Shelf.Recording(Course, lesson, "PA", text)!;
        var bolivia = house.Shelf.Recording(Course, lesson, "BO", text)!;

        Assert.NotEqual(panama.FileId, bolivia.FileId);
    }

    [Fact]
    public async Task A_later_recording_replaces_the_first_which_stays_playable_and_withdrawn_she_reads_again()
    {
        await using var house = await House.Open();
        var lesson = house.Lesson("5.1");
        var text = lesson.Messages[0].Text;
        await Save(house, "5.1", text, Voice);
        var first = house.Shelf.Recording(Course, lesson, "PA", text)!;

        var second = Assert.IsType<SaveRecordingResult.Saved>(await Save(house, "5.1", text, Another));
        var again = Assert.IsType<SaveRecordingResult.Saved>(await Save(house, "5.1", text, Another));

        Assert.Equal(second.RecordingId, again.RecordingId);
        Assert.NotEqual(first.FileId, house.Shelf.Recording(Course, lesson, "PA", text)!.FileId);
        Assert.Equal(Voice, await house.Call<ReadRecordingBytes, byte[]?>(read => read.Handle(first.FileId, default)));
        Assert.True(await house.Call<WithdrawRecording, bool>(withdraw => withdraw.Handle(second.RecordingId, default)));
        Assert.Null(house.Shelf.Recording(Course, lesson, "PA", text));
        Assert.False(await house.Call<WithdrawRecording, bool>(withdraw => withdraw.Handle(999, default)));
    }

    [Fact]
    public async Task What_is_no_voice_of_a_minute_is_refused_and_nothing_is_kept()
    {
        await using var house = await House.Open();
        var text = house.Lesson("5.1").Messages[0].Text;

        Assert.IsType<SoundCheck.NotOggOpus>(Why(await Save(house, "5.1", text, "ID3 no es OGG"u8.ToArray())));
        Assert.IsType<SoundCheck.NotOggOpus>(Why(await Save(house, "5.1", text, Voice[..^10])));
        Assert.IsType<SoundCheck.TooLarge>(Why(await Save(house, "5.1", text, new byte[SoundCheck.MostBytes + 1])));
        var tooLong = Assert.IsType<SoundCheck.TooLong>(Why(await Save(house, "5.1", text, ARecording.Of(60.2))));
        Assert.Equal(60.2, tooLong.Length.TotalSeconds, 0.01);
        Assert.IsType<SaveRecordingResult.Saved>(await Save(house, "5.1", text, ARecording.Of(60)));
        await house.Call<CoursesDb>(async db => Assert.Equal(1, await db.Recordings.CountAsync()));
    }

    private static SoundCheck Why(SaveRecordingResult result) => Assert.IsType<SaveRecordingResult.Refused>(result).Why;

    [Fact]
    public async Task Emergency_lines_are_spoken_for_one_country_only()
    {
        await using var house = await House.Open();
        var lesson = house.Lesson("7.3");
        var lines = lesson.Messages.Single(message => message.Text.Contains('{'));

        Assert.IsType<SaveRecordingResult.NeedsCountry>(await Save(house, "7.3", lines.Text, Voice));
        Assert.IsType<SaveRecordingResult.Saved>(await Save(house, "7.3", lines.Text, Voice, country: "PA"));
        Assert.NotNull(house.Shelf.Recording(Course, lesson, "PA", lines.Text));
        Assert.Null(house.Shelf.Recording(Course, lesson, "BO", lines.Text));
    }

    [Fact]
    public async Task The_editor_sees_what_is_missing_and_what_there_is()
    {
        await using var house = await House.Open();
        var course = house.Shelf.Find(Course)!;
        var lesson = house.Lesson("7.3");
        var before = await Missing(house);
        await Save(house, "7.3", lesson.Messages[0].Text, Voice);
        await Save(house, "7.3", lesson.Messages.Single(message => message.Text.Contains('{')).Text, Voice, country: "PA");

        var after = await Missing(house);
        var parts = await house.Call<ListRecordings, IReadOnlyList<HeardPart>>(list => list.Handle(Course, "es", lesson, ["PA", "BO"], default));

        Assert.Equal(before.Count - 2, after.Count);
        Assert.Equal(course.Modules.SelectMany(m => m.Lessons).SelectMany(s => s.Variants).Sum(l => l.Messages.Count + l.Questions.Count) + 1, before.Count);
        Assert.Contains(after, missing => missing is { Country: "BO", Lesson.Id: "7.3", Part.NeedsCountry: true });
        Assert.DoesNotContain(after, missing => missing is { Country: "PA", Lesson.Id: "7.3", Part.NeedsCountry: true });
        Assert.Equal(2, parts.Count(part => part.Recording is not null));
        Assert.Equal(lesson.Messages.Count + lesson.Questions.Count + 1, parts.Count);
        Assert.Equal(("Ana", Voice.Length), (parts[0].Recording!.RecordedBy, parts[0].Recording!.Size));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Another_process_hears_of_it_with_its_next_look(DatabaseKind kind)
    {
        await using var database = await TestDatabase.Create(kind);
        await using var one = database.NewProcess();
        await using var two = database.NewProcess();
        var lesson = ALesson.With();
        var shelf = two.GetRequiredService<CourseShelf>();
        await shelf.Refresh(default);
        await using (var scope = one.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<SaveRecording>().Handle(new("curso", lesson.Id, "es", null, lesson.Messages[0].Text, Voice, "Ana"), default);
        Assert.Null(shelf.Recording("curso", lesson, "PA", lesson.Messages[0].Text));

        await shelf.Refresh(default);

        Assert.Equal(Voice.Length, shelf.Recording("curso", lesson, "PA", lesson.Messages[0].Text)!.Size);
    }

    private static Task<SaveRecordingResult> Save(House house, string lessonId, string text, byte[] bytes, string? country = null) =>
        house.Call<SaveRecording, SaveRecordingResult>(save => save.Handle(new(Course, lessonId, "es", country, text, bytes, "Ana"), default));

    private static Task<IReadOnlyList<MissingRecording>> Missing(House house) =>
        house.Call<ListMissingRecordings, IReadOnlyList<MissingRecording>>(list => list.Handle(house.Shelf.Find(Course)!, ["PA", "BO"], default));
}
