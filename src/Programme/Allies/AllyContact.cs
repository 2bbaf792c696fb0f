namespace CoopAssistant.Programme.Allies;

/// <summary>Somebody of the institution whom staff call or write to.</summary>
public sealed class AllyContact
{
    public const int Longest = 120;

    private AllyContact() { }

    internal AllyContact(string name, string? post, string? phone, string? email) => (Name, Post, Phone, Email) = (name, post, phone, email);

    public long Id { get; private set; }
    public string Name { get; private set; } = "";
    public string? Post { get; private set; }
    public string? Phone { get; private set; }
    public string? Email { get; private set; }
}
