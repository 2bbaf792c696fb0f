using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Wording;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>The apology after a turn that broke.</summary>
internal sealed class CalmWords(BotContent content) : ICalmWords
{
    public OutgoingMessage Apology(ConversationState state) => new(content.SpeechFor(state.Country)[Texts.ErrorCalm]);
}

internal static partial class Texts
{
    public static readonly TextKey ErrorCalm = Text("error.calm");
}
