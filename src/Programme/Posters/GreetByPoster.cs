using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Posters;

/// <summary>A woman's first message carried the code of a poster. A code that no poster has, and a contact that greeted before, change nothing.</summary>
public sealed class GreetByPoster(ProgrammeDb db, TimeProvider clock)
{
    public Task Handle(string code, long contact, CancellationToken cancel)
    {
        var at = clock.GetUtcNow().UtcDateTime;
        return db.Database.ExecuteSqlAsync(
            $"INSERT INTO poster_arrivals (poster_id, event, contact_id, at) SELECT id, {(int)PosterEvent.Greeted}, {contact}, {at} FROM posters WHERE code = {code} ON CONFLICT DO NOTHING", cancel);
    }
}
