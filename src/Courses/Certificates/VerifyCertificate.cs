using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Certificates;

/// <summary>Confirms a code to anyone, with no more of her than her initials.</summary>
public sealed class VerifyCertificate(CoursesDb db)
{
    /// <param name="Initials">One letter of each name: M. G. de P. is shown as "M. G. D. P.".</param>
    public sealed record Result(string Code, string Initials, string CourseTitle, int Lessons, int Hours, string Country, DateTimeOffset CompletedAt);

    /// <returns>Null where the code is wrong or unknown; which of both is not told.</returns>
    public async Task<Result?> Handle(string typed, CancellationToken cancel)
    {
        if (!CertificateCode.TryParse(typed, out var code)) return null;
        var found = await db.Certificates.AsNoTracking().SingleOrDefaultAsync(c => c.Code == code.Canonical, cancel);
        return found is null ? null : new Result(code.ToString(), InitialsOf(found.Name), found.CourseTitle, found.Lessons, found.Hours, found.Country, found.CompletedAt);
    }

    internal static string InitialsOf(string name) =>
        string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => $"{char.ToUpperInvariant(word[0])}."));
}
