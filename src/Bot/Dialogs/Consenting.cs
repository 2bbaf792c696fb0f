using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Programme.Consents;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>Her yes or no to a purpose, kept as evidence with the turn.</summary>
internal static class Consenting
{
    public static Change Recorded(TurnContext turn, ConsentPurpose purpose, bool isGranted, string textVersion) =>
        Change.Of<RecordConsent>((record, contact, cancel) => record.Handle(
            new(contact, purpose, isGranted, textVersion, NameOf(turn.Message.Channel), turn.State.Language), cancel));

    private static string NameOf(Channel channel) => channel switch
    {
        Channel.WhatsApp => "whatsapp",
        Channel.Web => "web",
        _ => "terminal",
    };
}
