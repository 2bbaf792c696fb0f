using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Recordings;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Tests.Packs;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Tests.Recordings;

/// <summary>The voice of a status or step: kept with the version of its text, by country and language, over both databases.</summary>
public sealed class StatusVoiceTests
{
    private static readonly byte[] Voice = File.ReadAllBytes(Path.Combine(ContentFolder.Shipped, "..", "tests", "Transcripts", "voz.ogg"));

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_voice_is_heard_until_it_is_taken_back_and_in_its_own_country_and_language(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (pack, other) = (await Pack(house, "PA"), await Pack(house, "BO"));
        var shelf = await Shelf(house);

        var saved = Assert.IsType<SaveStatusVoiceResult.Saved>(await Save(house, "PA", "accepted"));
        var again = Assert.IsType<SaveStatusVoiceResult.Saved>(await Save(house, "PA", "accepted"));
        Assert.IsType<SaveStatusVoiceResult.Saved>(await Save(house, "PA", "PA-1.1", "gym"));

        Assert.Equal(saved.VoiceId, again.VoiceId);
        var accepted = shelf.Find(SpokenStatus.Of(pack, RegistrationStatus.Accepted), "es")!;
        Assert.Equal((3, 7, (long)Voice.Length), (accepted.Seconds, accepted.Kilobytes, accepted.Size));
        Assert.Equal(accepted, shelf.Find(pack, "accepted", "gym")); // Spanish, where there is none in hers
        Assert.NotNull(shelf.Find(pack, "PA-1.1", "gym"));
        Assert.Null(shelf.Find(pack, "PA-1.1", "es"));
        Assert.Null(shelf.Find(SpokenStatus.Of(other, RegistrationStatus.Accepted), "es"));
        Assert.Equal(Voice, await house.Ask<ReadStatusVoiceBytes, byte[]?>(read => read.Handle(accepted.FileId, default)));

        Assert.False(await house.Ask<WithdrawStatusVoice, bool>(withdraw => withdraw.Handle(saved.VoiceId, "BO", default)));
        Assert.True(await house.Ask<WithdrawStatusVoice, bool>(withdraw => withdraw.Handle(saved.VoiceId, "PA", default)));
        Assert.Null(shelf.Find(pack, "accepted", "es"));
        Assert.Equal(Voice, await house.Ask<ReadStatusVoiceBytes, byte[]?>(read => read.Handle(accepted.FileId, default))); // it may stand in a chat
    }

    [Fact]
    public async Task A_voice_of_an_older_text_is_not_played_and_staff_see_what_it_said()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var pack = await Pack(house, "PA");
        await Save(house, "PA", "PA-1.1");
        var step = pack.FindStep("PA-1.1")!;
        ProgrammePack With(PhaseStep changed) => pack with { Phases = [.. pack.Phases.Select(phase => phase with { Steps = [.. phase.Steps.Select(each => each.Code == step.Code ? changed : each)] })] };

        var newWords = With(step with { Spoken = "Fase uno. Ya casi terminamos la entrevista." });
        var newText = With(step with { Text = new StatusText("Fase 1: la entrevista dura más.", null) });

        var shelf = await Shelf(house);
        Assert.NotNull(shelf.Find(pack, "PA-1.1", "es"));
        Assert.Null(shelf.Find(newWords, "PA-1.1", "es"));
        Assert.Null(shelf.Find(newText, "PA-1.1", "es")); // what she reads is something else now
        var listed = (await house.Ask<ListStatusVoices, IReadOnlyList<HeardStatus>>(list => list.Handle(newWords, "es", default))).Single(each => each.Spoken.Code == "PA-1.1");
        Assert.Null(listed.Heard);
        Assert.Equal((step.Spoken, "ana"), (listed.Outdated!.Words, listed.Outdated.RecordedBy));
        Assert.Equal([("PA-1.1", "es")], (await Outdated(house, newWords)).Select(each => (each.Spoken.Code, each.Language)));
        Assert.Empty(await Outdated(house, pack));
        Assert.NotNull((await house.Ask<ListStatusVoices, IReadOnlyList<HeardStatus>>(list => list.Handle(pack, "es", default))).Single(each => each.Spoken.Code == "PA-1.1").Heard);
    }

    [Fact]
    public async Task What_is_no_voice_of_a_minute_or_of_nothing_that_is_said_is_refused()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);

        Assert.IsType<SoundCheck.NotOggOpus>(Assert.IsType<SaveStatusVoiceResult.Refused>(await Save(house, "PA", "accepted", bytes: Voice[..^10])).Why);
        Assert.IsType<SoundCheck.TooLarge>(Assert.IsType<SaveStatusVoiceResult.Refused>(await Save(house, "PA", "accepted", bytes: new byte[SoundCheck.MostBytes + 1])).Why);
        Assert.IsType<SaveStatusVoiceResult.NothingToSay>(await Save(house, "PA", "PA-9.9"));
        Assert.IsType<SaveStatusVoiceResult.NothingToSay>(await Save(house, "ZZ", "accepted"));
        Assert.False(await house.Ask<ProgrammeDb, bool>(db => db.StatusVoices.AnyAsync()));
    }

    [Fact]
    public async Task Every_status_and_step_that_ships_says_what_it_means_in_less_than_a_minute_and_the_same_to_all()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        foreach (var pack in await house.Ask<ProgrammePacks, IReadOnlyList<ProgrammePack>>(packs => Task.FromResult(packs.All)))
        {
            var spoken = SpokenStatus.AllOf(pack);

            Assert.Equal(pack.Statuses.Count + pack.Phases.Sum(phase => phase.Steps.Count), spoken.Count);
            Assert.All(spoken, each => Assert.DoesNotContain('{', each.Words));
            Assert.All(spoken, each => Assert.InRange(each.Words.Split(' ').Length, 5, 100)); // read aloud slowly: two words a second
            Assert.Equal(spoken.Count, spoken.Select(each => each.Code).Distinct().Count());
        }
    }

    private static Task<SaveStatusVoiceResult> Save(House house, string country, string code, string language = "es", byte[]? bytes = null) =>
        house.Ask<SaveStatusVoice, SaveStatusVoiceResult>(save => save.Handle(new(country, code, language, bytes ?? Voice, "ana"), default));

    private static Task<ProgrammePack> Pack(House house, string country) => house.Ask<ProgrammePacks, ProgrammePack>(packs => Task.FromResult(packs.Find(country)!));

    private static Task<IReadOnlyList<(SpokenStatus Spoken, string Language)>> Outdated(House house, ProgrammePack pack) =>
        house.Ask<ListOutdatedVoices, IReadOnlyList<(SpokenStatus Spoken, string Language)>>(list => list.Handle([pack], default));

    private static Task<VoiceShelf> Shelf(House house) => house.Ask<VoiceShelf, VoiceShelf>(Task.FromResult);
}
