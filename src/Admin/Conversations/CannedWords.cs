using CoopAssistant.Admin.Wording;
using CoopAssistant.Messaging.Inbox;

namespace CoopAssistant.Admin.Conversations;

/// <summary>Ready answers with their braces filled in for the woman of a ticket. A brace nobody can fill stays, so that it is seen.</summary>
internal sealed class CannedWords(Programmes programmes)
{
    /// <summary>What may stand in braces, and what it means.</summary>
    public static IReadOnlyList<(string Word, string Meaning)> Known { get; } =
        [("{nombre}", "su primer nombre"), ("{folio}", "el folio de su registro"), ("{oficina}", "la oficina de su lugar"), ("{mi_nombre}", "el nombre de quien escribe")];

    public string Fill(string text, TicketView ticket, string staffName)
    {
        var filled = text.Replace("{mi_nombre}", staffName, StringComparison.Ordinal);
        if (ticket.Women.Count != 1) return filled;
        var woman = ticket.Women[0];
        filled = filled.Replace("{nombre}", woman.Name.Split(' ')[0], StringComparison.Ordinal).Replace("{folio}", Programmes.Folio(woman.Folio), StringComparison.Ordinal);
        return programmes.Find(woman.Country) is { } pack ? filled.Replace("{oficina}", pack.Offices.For(woman.PlaceCode ?? woman.RegionCode).Name, StringComparison.Ordinal) : filled;
    }
}
