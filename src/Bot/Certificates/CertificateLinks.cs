using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CoopAssistant.Programme;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace CoopAssistant.Bot.Certificates;

/// <summary>
/// Makes the address under which a certificate's PDF can be fetched for some days: by WhatsApp's servers and by her own browser.
/// Nobody guesses it, and nothing is stored for it: who it is for and until when stand in it, sealed.
/// </summary>
internal sealed class CertificateLinks(IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Path = "/constancia";
    public const string FileName = "constancia.pdf";

    /// <summary>How long a link leads to the paper; afterwards she asks for a new one.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    private const int IdSize = 16;
    private readonly IDataProtector _seal = protection.CreateProtector("certificate-link");

    /// <summary>Rooted address.</summary>
    public string For(ParticipantId participant, string courseId)
    {
        var course = Encoding.UTF8.GetBytes(courseId);
        var plain = new byte[IdSize + sizeof(long) + course.Length];
        participant.Value.TryWriteBytes(plain);
        BinaryPrimitives.WriteInt64LittleEndian(plain.AsSpan(IdSize), (clock.GetUtcNow() + Life).ToUnixTimeSeconds());
        course.CopyTo(plain, IdSize + sizeof(long));
        return $"{Path}/{WebEncoders.Base64UrlEncode(_seal.Protect(plain))}/{FileName}";
    }

    /// <returns>Null where the address is none of ours, or too old.</returns>
    public CertificateLink? Read(string token)
    {
        try
        {
            var plain = _seal.Unprotect(WebEncoders.Base64UrlDecode(token));
            var until = DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64LittleEndian(plain.AsSpan(IdSize)));
            return new CertificateLink(new ParticipantId(new Guid(plain.AsSpan(0, IdSize))), Encoding.UTF8.GetString(plain.AsSpan(IdSize + sizeof(long))), until <= clock.GetUtcNow());
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException)
        {
            return null;
        }
    }
}

internal sealed record CertificateLink(ParticipantId Participant, string CourseId, bool IsOver);
