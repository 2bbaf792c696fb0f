using CoopAssistant.Programme;

namespace CoopAssistant.Courses.Certificates;

/// <summary>
/// A "constancia de práctica": she did all lessons that count. It does not replace the course of the cooperative
/// authority. One for each participant and course; a corrected name is printed under the same code.
/// </summary>
public sealed class Certificate
{
    private Certificate() { }

    public long Id { get; private set; }

    /// <summary>See <see cref="CertificateCode"/>, canonical.</summary>
    public string Code { get; private set; } = "";
    public string CourseId { get; private set; } = "";
    public ParticipantId ParticipantId { get; private set; }

    /// <summary>Country of the programme, ISO 3166-1 alpha-2, upper case.</summary>
    public string Country { get; private set; } = "";

    /// <summary>Her name as it is printed.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The course's title, lessons and hours when she ended it.</summary>
    public string CourseTitle { get; private set; } = "";
    public int Lessons { get; private set; }
    public int Hours { get; private set; }

    /// <summary>When she did the last lesson.</summary>
    public DateTimeOffset CompletedAt { get; private set; }
    public DateTimeOffset IssuedAt { get; private set; }

    /// <summary>When the name was last corrected; null where it never was.</summary>
    public DateTimeOffset? ReissuedAt { get; private set; }
    public int Version { get; private set; }

    public static Certificate Issue(
        CertificateCode code, string courseId, ParticipantId participant, string country, string name,
        string courseTitle, int lessons, int hours, DateTimeOffset completedAt, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(code);
        return new()
        {
            Code = code.Canonical,
            CourseId = courseId,
            ParticipantId = participant,
            Country = country,
            Name = name,
            CourseTitle = courseTitle,
            Lessons = lessons,
            Hours = hours,
            CompletedAt = completedAt,
            IssuedAt = now,
        };
    }

    /// <summary>Her name was corrected: the same certificate, printed anew. Nothing where it is the same.</summary>
    public void Reissue(string name, DateTimeOffset now)
    {
        if (name == Name) return;
        (Name, ReissuedAt) = (name, now);
        Version++;
    }
}
