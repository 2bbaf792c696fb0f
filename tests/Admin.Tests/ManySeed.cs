using CoopAssistant.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Testing;

/// <summary>So many registrations that no page counts them.</summary>
public static class ManySeed
{
    /// <summary>Of another country, of a woman who is there already.</summary>
    public static Task ManyRegistrations(this Seed seed) => seed.Do<CoopDbContext>(db => db.Database.ExecuteSqlRawAsync("""
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <= 20000)
        INSERT INTO registrations (id, participant_id, folio, country, status, has_group, search_name, search_text, answers_json, submitted_at, changed_at, has_duplicate_document, is_indexed, is_in_statistics, version)
        SELECT upper(printf('00000000-0000-7000-8000-%012x', i)), (SELECT id FROM participants LIMIT 1), 'XX' || i, 'XX', 0, 0, 'mujer', 'mujer', '[]', '2000-01-01 00:00:00', '2000-01-01 00:00:00', 0, 1, 0, 0 FROM n
        """));
}
