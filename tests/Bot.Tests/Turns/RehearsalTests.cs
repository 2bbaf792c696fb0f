using CoopAssistant.Bot.Tests.Dialogs;

namespace CoopAssistant.Bot.Tests.Turns;

public class RehearsalTests
{
    [Fact]
    public async Task A_rehearsal_decides_a_first_greeting_and_she_who_writes_next_is_greeted_as_new()
    {
        using var rehearsed = new Chat();
        using var other = new Chat();

        await rehearsed.Rehearse();

        Assert.NotEmpty(rehearsed.Rehearsed!.Replies);
        Assert.NotEmpty(rehearsed.Rehearsed.State);
        Assert.Equal(await other.Says("hola"), await rehearsed.Says("hola"));
    }
}
