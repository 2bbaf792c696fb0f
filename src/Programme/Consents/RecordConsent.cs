using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Consents;

/// <summary>
/// Keeps what she agreed to and what not, as evidence: each answer is a row, also the same answer of a second woman on the same phone.
/// Runs inside three turns of every registration, so it is one statement and no entity.
/// </summary>
public sealed class RecordConsent(ProgrammeDb db, TimeProvider clock)
{
    /// <param name="Contact">The phone or browser that answered.</param>
    /// <param name="TextVersion">Version of the text she read.</param>
    /// <param name="Channel">whatsapp, web or terminal.</param>
    public sealed record Request(long Contact, ConsentPurpose Purpose, bool IsGranted, string TextVersion, string Channel, string Language);

    public Task Handle(Request request, CancellationToken cancel) => db.Database.ExecuteSqlAsync(Insert(request, clock.GetUtcNow()), cancel);

    /// <summary>The same as a statement of her turn.</summary>
    public static PlainStatement Statement(Request request, DateTimeOffset now) => PlainStatement.Of(Insert(request, now));

    private static FormattableString Insert(Request request, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (purpose, at) = ((int)request.Purpose, now.UtcDateTime);
        return $"INSERT INTO consents (contact_id, purpose, is_granted, text_version, channel, language, at) VALUES ({request.Contact}, {purpose}, {request.IsGranted}, {request.TextVersion}, {request.Channel}, {request.Language}, {at})";
    }
}
