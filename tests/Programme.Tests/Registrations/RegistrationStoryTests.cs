using CoopAssistant.Programme.Registrations;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Tests.Registrations;

public abstract class RegistrationStoryTests(DatabaseKind kind)
{
    public sealed class OnSqlite() : RegistrationStoryTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : RegistrationStoryTests(DatabaseKind.Postgres);

    [Fact]
    public async Task She_answers_what_was_missing_and_the_history_says_so()
    {
        await using var house = await House.On(kind);
        var ana = await house.Registered();
        await house.Moves(ana, RegistrationTrigger.AskForInformation, "en qué barrio vive");
        Assert.Equal("en qué barrio vive", (await Standing(house, ana)).MissingInformation);

        house.Clock.Advance(TimeSpan.FromDays(2));
        var result = await Answers(house, ana, ana, "  en Villa\u0007 Rica ");

        Assert.Equal(MoveResult.Moved, result);
        var detail = await house.Reads(ana);
        Assert.Equal([null, RegistrationTrigger.AskForInformation, RegistrationTrigger.ReceiveInformation], detail!.Timeline.Select(step => step.Trigger));
        Assert.Equal((RegistrationStep.Herself, "en Villa Rica", house.Clock.GetUtcNow()), (detail.Timeline[^1].Author, detail.Timeline[^1].Detail, detail.Timeline[^1].At));
        var standing = await Standing(house, ana);
        Assert.Equal((RegistrationStatus.InReview, null, house.Clock.GetUtcNow()), (standing.Status, standing.MissingInformation, standing.Since));
    }

    [Fact]
    public async Task Answering_twice_or_for_another_changes_nothing()
    {
        await using var house = await House.On(kind);
        var (ana, eva) = (await house.Registered(), await house.Registered("Eva Ruiz"));
        await house.Moves(ana, RegistrationTrigger.AskForInformation, "su barrio");

        Assert.Equal(MoveResult.NotFound, await Answers(house, ana, eva, "no soy yo"));
        Assert.Equal(MoveResult.DetailMissing, await Answers(house, ana, ana, " \u200b "));
        Assert.Equal(MoveResult.Moved, await Answers(house, ana, ana, "Centro"));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Answers(house, ana, ana, "Centro"));

        Assert.Equal(3, (await house.Reads(ana))!.Timeline.Count);
    }

    [Fact]
    public async Task She_may_withdraw_and_staff_may_open_it_again()
    {
        await using var house = await House.On(kind);
        var (ana, eva) = (await house.Registered(), await house.Registered("Eva Ruiz"));

        Assert.Equal(MoveResult.NotFound, await Withdraws(house, ana, eva));
        Assert.Equal(MoveResult.Moved, await Withdraws(house, ana, ana));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Withdraws(house, ana, ana));

        Assert.Equal([RegistrationTrigger.Reopen], (await house.Reads(ana))!.Permitted);
        Assert.Equal(MoveResult.Moved, await house.Moves(ana, RegistrationTrigger.Reopen));
        Assert.Equal(RegistrationStatus.InReview, (await Standing(house, ana)).Status);
    }

    [Fact]
    public async Task Two_staff_on_the_same_screen_do_not_decide_twice()
    {
        await using var house = await House.On(kind);
        var ana = await house.Registered();
        var seen = (await house.Reads(ana))!.Version;

        Assert.Equal(MoveResult.Moved, await house.Moves(ana, RegistrationTrigger.Review, seenVersion: seen));
        Assert.Equal(MoveResult.ChangedMeanwhile, await house.Moves(ana, RegistrationTrigger.PutOnWaitingList, seenVersion: seen));

        Assert.Equal(RegistrationStatus.InReview, (await house.Reads(ana))!.Status);
    }

    [Theory]
    [InlineData(RegistrationTrigger.AskForInformation), InlineData(RegistrationTrigger.Close)]
    public async Task Some_steps_need_a_word_of_why(RegistrationTrigger trigger)
    {
        await using var house = await House.On(kind);
        var ana = await house.Registered();

        Assert.Equal(MoveResult.DetailMissing, await house.Moves(ana, trigger, "  "));
        Assert.Equal(MoveResult.Moved, await house.Moves(ana, trigger, "porque sí"));
    }

    [Fact]
    public async Task Status_tells_of_her_own_registrations_only()
    {
        await using var house = await House.On(kind);
        var (ana, eva) = (await house.Registered(), await house.Registered("Eva Ruiz"));

        var standings = await house.Ask<ReadStatus, List<ReadStatus.Standing>>(read => read.Handle(ana.Participant, CancellationToken.None));

        Assert.Equal([ana.Folio.Canonical], standings.Select(standing => standing.Folio));
        Assert.NotEqual(ana.Folio, eva.Folio);
    }

    [Fact]
    public async Task Submitting_the_same_twice_is_refused_by_the_key()
    {
        await using var house = await House.On(kind);
        var ana = await house.Registered();
        var again = new SubmitRegistration.Request(
            ana.Participant, ana.Registration, ana.Folio, "PA", "Ana", "Gómez", 1990, null, "x", null, "es", false, new("[]", "ana gomez", null, null, null, null));

        await Assert.ThrowsAsync<DbUpdateException>(() => house.Do<SubmitRegistration>(submit => submit.Handle(again, CancellationToken.None)));

        Assert.Equal(1, (await house.Finds(new(null))).Total);
    }

    private static async Task<ReadStatus.Standing> Standing(House house, Woman woman) =>
        Assert.Single(await house.Ask<ReadStatus, List<ReadStatus.Standing>>(read => read.Handle(woman.Participant, CancellationToken.None)));

    private static Task<MoveResult> Answers(House house, Woman of, Woman by, string answer) =>
        house.Ask<AnswerMissingInformation, MoveResult>(useCase => useCase.Handle(new(of.Registration, by.Participant, answer), CancellationToken.None));

    private static Task<MoveResult> Withdraws(House house, Woman of, Woman by) =>
        house.Ask<WithdrawRegistration, MoveResult>(useCase => useCase.Handle(new(of.Registration, by.Participant, null), CancellationToken.None));
}
