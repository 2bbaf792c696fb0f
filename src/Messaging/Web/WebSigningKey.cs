namespace CoopAssistant.Messaging.Web;

/// <summary>
/// Secret that signs the web chat's tokens. The newest signs; the one before still verifies. In the database, so that
/// tokens survive a restart and every process reads the tokens of the others.
/// </summary>
public sealed class WebSigningKey
{
    private WebSigningKey() { }

    /// <param name="id">One more than the newest key's: two processes that rotate at once meet at this number, and one gives way.</param>
    /// <param name="secret">32 random bytes.</param>
    public WebSigningKey(int id, byte[] secret, DateTimeOffset madeAt) => (Id, Secret, MadeAt) = (id, secret, madeAt);

    public int Id { get; private set; }
    public byte[] Secret { get; private set; } = [];
    public DateTimeOffset MadeAt { get; private set; }
}
