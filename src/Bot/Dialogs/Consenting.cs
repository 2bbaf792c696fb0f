using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Programme.Consents;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>Her yes or no to a purpose, kept as evidence with the turn.</summary>
internal static class Consenting
{
    public static Change Recorded(TurnContext turn, ConsentPurpose purpose, bool isGranted, string textVersion) =>
        Change.Written(contact => RecordConsent.Statement(Request(turn, purpose, isGranted, textVersion) with { Contact = contact }, turn.Now));

    /// <summary>The same for whoever acts on it besides; the contact is known when it is saved.</summary>
    public static RecordConsent.Request Request(TurnContext turn, ConsentPurpose purpose, bool isGranted, string textVersion) =>
        new(0, purpose, isGranted, textVersion, ChannelWord(turn.Message.Channel), turn.State.Language);

    /// <summary>The channel as it is kept with consents and registrations.</summary>
    public static string ChannelWord(Channel channel) => channel switch
    {
        Channel.WhatsApp => RegistrationSource.WhatsApp,
        Channel.Web => RegistrationSource.Web,
        _ => RegistrationSource.Terminal,
    };
}
