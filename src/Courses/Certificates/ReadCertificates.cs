using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Certificates;

/// <summary>The certificates a woman has. Whoever asks has been shown her registration: territory is checked there.</summary>
public sealed class ReadCertificates(CoursesDb db)
{
    /// <param name="Code">As it is printed.</param>
    /// <param name="ReissuedAt">When it was last printed under a corrected name; null for never.</param>
    public sealed record Result(string Code, string CourseTitle, string Name, DateTimeOffset CompletedAt, DateTimeOffset? ReissuedAt);

    public async Task<IReadOnlyList<Result>> Handle(ParticipantId participant, CancellationToken cancel)
    {
        var found = await db.Certificates.AsNoTracking().Where(c => c.ParticipantId == participant).OrderBy(c => c.Id).ToListAsync(cancel);
        return found.ConvertAll(c => new Result(CertificateCode.TryParse(c.Code, out var code) ? code.ToString() : c.Code, c.CourseTitle, c.Name, c.CompletedAt, c.ReissuedAt));
    }
}
