using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Messaging.Outbox;

namespace CoopAssistant.Admin.Conversations;

/// <summary>What staff read about a conversation.</summary>
internal static class ConversationWords
{
    public static string Reason(string reason) => reason switch
    {
        TicketReason.Person => "Pidió hablar con una persona",
        TicketReason.Locked => "Falló su PIN varias veces",
        TicketReason.Violence => "Pidió ayuda por violencia",
        TicketReason.Error => "El asistente tuvo un error",
        TicketReason.FollowUp => "Contó un problema de su cooperativa",
        TicketReason.Staff => "La escribe el personal",
        _ => reason,
    };

    public static bool IsUrgent(string reason) => reason == TicketReason.Violence;

    public static string Channel(Channel channel) => channel switch
    {
        Messaging.Contacts.Channel.WhatsApp => "WhatsApp",
        Messaging.Contacts.Channel.Web => "Chat del sitio",
        _ => "Terminal",
    };

    /// <summary>Her names where known, else what the channel calls her, else that she has no name yet.</summary>
    public static string Who(IEnumerable<string> women, string? profileName)
    {
        var names = string.Join(", ", women.Distinct(StringComparer.Ordinal));
        return names.Length > 0 ? names : string.IsNullOrWhiteSpace(profileName) ? "Sin nombre todavía" : profileName;
    }

    /// <summary>Where a message of ours stands; null where there is nothing to say.</summary>
    public static (string Words, string Tone)? Delivery(Message message) => message.Delivery switch
    {
        _ when message.Direction == MessageDirection.Inbound => null,
        Messaging.Conversations.Delivery.None => null,
        Messaging.Conversations.Delivery.Parked => ("En espera: saldrá cuando ella escriba", "warn"),
        Messaging.Conversations.Delivery.Uncertain => ("Comprobando si llegó", "warn"),
        Messaging.Conversations.Delivery.Sent => ("Enviado", ""),
        Messaging.Conversations.Delivery.Delivered => ("Entregado", ""),
        Messaging.Conversations.Delivery.Read => ("Leído", "good"),
        Messaging.Conversations.Delivery.Failed => ("No llegó: " + DeliveryExplanation.For(message.ErrorCode ?? "").Meaning, "bad"),
        _ => ("Enviando…", ""),
    };

    /// <summary>What came without words, in words.</summary>
    public static string Received(string contentType) => contentType.Split('/')[0] switch
    {
        "image" => "una imagen", "audio" => "un audio", "video" => "un video", _ => "un documento",
    };
}
