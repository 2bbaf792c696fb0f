using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Consents;

/// <summary>Keeps what she agreed to and what not, as evidence. Saying the same again adds nothing.</summary>
public sealed class RecordConsent(ProgrammeDb db, TimeProvider clock)
{
    /// <param name="Contact">The phone or browser that answered.</param>
    /// <param name="TextVersion">Version of the text she read.</param>
    /// <param name="Channel">whatsapp, web or terminal.</param>
    public sealed record Request(long Contact, ConsentPurpose Purpose, bool IsGranted, string TextVersion, string Channel, string Language);

    public async Task Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var last = await db.Consents.AsNoTracking().Where(c => c.ContactId == request.Contact && c.Purpose == request.Purpose)
            .OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancel);
        if (last is not null && last.IsGranted == request.IsGranted && last.TextVersion == request.TextVersion) return;
        db.Consents.Add(new Consent(request.Contact, request.Purpose, request.IsGranted, request.TextVersion, request.Channel, request.Language, clock.GetUtcNow()));
        await db.SaveAsync(cancel);
    }
}
