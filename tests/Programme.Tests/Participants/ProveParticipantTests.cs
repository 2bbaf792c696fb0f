using CoopAssistant.Programme.Audit;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Tests.Participants;

public abstract class ProveParticipantTests(DatabaseKind kind)
{
    public sealed class OnSqlite() : ProveParticipantTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : ProveParticipantTests(DatabaseKind.Postgres);

    [Theory]
    [InlineData("4826"), InlineData("4 8 2 6"), InlineData("3456"), InlineData("8-123-456")]
    public async Task Folio_with_pin_or_end_of_document_proves_her(string typed)
    {
        await using var house = await House.On(kind);
        var ana = await house.Registered(document: "8-123-456", pin: "4826");
        await house.Registered("Eva Ruiz", pin: "7391");

        var proof = await Tries(house, ana.Folio, typed);

        Assert.Equal(ana.Participant, Assert.IsType<Proof.Proved>(proof).Participant);
    }

    [Fact]
    public async Task Another_womans_pin_proves_nothing()
    {
        await using var house = await House.On(kind);
        var ana = await house.Registered(pin: "4826");
        await house.Registered("Eva Ruiz", pin: "7391");

        var proof = await Tries(house, ana.Folio, "7391");

        Assert.Equal(4, Assert.IsType<Proof.Wrong>(proof).TriesLeft);
    }

    [Fact]
    public async Task After_five_failures_only_a_person_helps_even_with_the_right_pin()
    {
        await using var house = await House.On(kind);
        var ana = await house.Registered(pin: "4826");

        for (var left = 4; left >= 0; left--) Assert.Equal(left, Assert.IsType<Proof.Wrong>(await Tries(house, ana.Participant, "0000")).TriesLeft);

        Assert.IsType<Proof.Locked>(await Tries(house, ana.Participant, "4826"));
        Assert.IsType<Proof.Locked>(await Tries(house, ana.Folio, "4826"));
        Assert.True((await house.Reads(ana))!.IsLocked);
    }

    [Fact]
    public async Task Who_staff_unlock_may_prove_herself_again_and_who_did_it_is_written_down()
    {
        await using var house = await House.On(kind);
        var ana = await house.Registered(pin: "4826");
        var seen = await Locked(house, ana);

        var unlocked = await Unlocks(house, ana, seen);

        Assert.Equal(UnlockResult.Unlocked, unlocked);
        Assert.IsType<Proof.Proved>(await Tries(house, ana.Participant, "4826"));
        var entry = await house.Ask<ProgrammeDb, ChangeEntry>(db => db.ChangeEntries.SingleAsync());
        Assert.Equal(("staff-1", ChangeAction.Unlocked, "Registration", ana.Registration.Value.ToString()), (entry.Staff, entry.Action, entry.Subject, entry.SubjectId));
    }

    [Fact]
    public async Task A_press_that_comes_twice_or_late_opens_no_later_lock_and_gives_no_tries()
    {
        await using var house = await House.On(kind);
        var ana = await house.Registered(pin: "4826");
        var seen = await Locked(house, ana);
        await Unlocks(house, ana, seen);

        await Tries(house, ana.Participant, "1111");
        var again = await Unlocks(house, ana, seen);
        var left = Assert.IsType<Proof.Wrong>(await Tries(house, ana.Participant, "1111")).TriesLeft;
        await Locked(house, ana);
        var late = await Unlocks(house, ana, seen);

        Assert.Equal((UnlockResult.NotLocked, 3, UnlockResult.ChangedMeanwhile), (again, left, late));
        Assert.True((await house.Reads(ana))!.IsLocked);
        Assert.Equal(1, await house.Ask<ProgrammeDb, int>(db => db.ChangeEntries.CountAsync()));
    }

    [Fact]
    public async Task Nobody_unlocks_a_woman_of_another_territory()
    {
        await using var house = await House.On(kind);
        var ana = await house.Registered(region: "PA-2");
        var seen = await Locked(house, ana);

        var elsewhere = await Unlocks(house, ana, seen, Territory.OfRegions("PA-4"));

        Assert.Equal(UnlockResult.NotFound, elsewhere);
        Assert.True((await house.Reads(ana))!.IsLocked);
    }

    [Fact]
    public async Task A_success_forgets_the_failures_before_it()
    {
        await using var house = await House.On(kind);
        var ana = await house.Registered(pin: "4826");
        for (var i = 0; i < 4; i++) await Tries(house, ana.Participant, "1111");

        await Tries(house, ana.Participant, "4826");

        Assert.Equal(4, Assert.IsType<Proof.Wrong>(await Tries(house, ana.Participant, "1111")).TriesLeft);
    }

    [Fact]
    public async Task Two_phones_at_the_same_instant_get_no_more_tries_than_one()
    {
        await using var house = await House.On(kind);
        var ana = await house.Registered(pin: "4826");
        var first = await house.Ask<ProveParticipant, Proof>(prove => prove.Check(ana.Participant, "1111", CancellationToken.None));
        var second = await house.Ask<ProveParticipant, Proof>(prove => prove.Check(ana.Participant, "4826", CancellationToken.None));

        await house.Do<ProveParticipant>(prove => prove.Count(first, CancellationToken.None));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => house.Do<ProveParticipant>(prove => prove.Count(second, CancellationToken.None)));
    }

    [Fact]
    public async Task A_folio_nobody_has_finds_nobody()
    {
        await using var house = await House.On(kind);
        await house.Registered();

        var proof = await Tries(house, Folio.Draw("BO"), "4826");

        Assert.IsType<Proof.NobodyFound>(proof);
    }

    [Theory]
    [InlineData(""), InlineData("👍"), InlineData("4826 4827 4828"), InlineData("48260"), InlineData("hola")]
    public async Task Nonsense_and_lists_of_guesses_are_one_failure(string typed)
    {
        await using var house = await House.On(kind);
        var ana = await house.Registered(document: "8-123-456", pin: "4826");

        var proof = await Tries(house, ana.Participant, typed);

        Assert.Equal(4, Assert.IsType<Proof.Wrong>(proof).TriesLeft);
    }

    [Fact]
    public async Task On_a_shared_phone_women_are_told_apart_by_given_names_only()
    {
        await using var house = await House.On(kind);
        var (ana, eva) = (await house.Registered("Ana Gómez"), await house.Registered("Eva Ruiz"));

        var speakers = await house.Ask<ReadParticipants, IReadOnlyList<ReadParticipants.Speaker>>(read =>
            read.Handle([eva.Participant, new ParticipantId(Guid.NewGuid()), ana.Participant], CancellationToken.None));

        Assert.Equal(["Eva", "Ana"], speakers.Select(speaker => speaker.GivenNames));
    }

    /// <summary>Wrong until she is locked. Returns what her page says to be handed back.</summary>
    private static async Task<int> Locked(House house, Woman woman)
    {
        while (await Tries(house, woman.Participant, "0000") is Proof.Wrong { TriesLeft: > 0 }) { }
        return (await house.Reads(woman))!.ParticipantVersion;
    }

    private static Task<UnlockResult> Unlocks(House house, Woman woman, int seen, Territory? territory = null) =>
        house.Ask<UnlockParticipant, UnlockResult>(unlock => unlock.Handle(new(woman.Registration, "staff-1", seen, territory), CancellationToken.None));

    private static Task<Proof> Tries(House house, Folio folio, string typed) => Counted(house, prove => prove.Check(folio, typed, CancellationToken.None));

    private static Task<Proof> Tries(House house, ParticipantId participant, string typed) => Counted(house, prove => prove.Check(participant, typed, CancellationToken.None));

    /// <summary>As a turn does: decide by reading, then count in another scope.</summary>
    private static async Task<Proof> Counted(House house, Func<ProveParticipant, Task<Proof>> check)
    {
        var proof = await house.Ask(check);
        await house.Do<ProveParticipant>(prove => prove.Count(proof, CancellationToken.None));
        return proof;
    }
}
