using CoopAssistant.Bot.Turns;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>A dialog that can say again what it waits for, after something else came between.</summary>
internal interface IRepeat : IDialog
{
    ValueTask<Decision> Repeat(TurnContext turn, CancellationToken cancel);
}
