using System.Globalization;
using CoopAssistant.Bot.Dialogs;
using CoopAssistant.Bot.WhatsApp;
using CoopAssistant.Courses.Certificates;

namespace CoopAssistant.Bot.Certificates;

/// <summary>Puts a certificate into the words of its country.</summary>
internal sealed class CertificateWords(BotContent content, PublicAddress address)
{
    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es");

    public CertificateText Of(Certificate certificate)
    {
        var say = content.SpeechFor(certificate.Country);
        var code = CertificateCode.TryParse(certificate.Code, out var known) ? known.ToString() : certificate.Code;
        return new CertificateText(
            content.Programmes.Find(certificate.Country)?.Greeting.Sender ?? "", say[Texts.PaperTitle], say[Texts.PaperOf], certificate.Name,
            say.Say(Texts.PaperDid, ("curso", certificate.CourseTitle), ("lecciones", Number(certificate.Lessons)), ("horas", Number(certificate.Hours))),
            Day(certificate.CompletedAt, certificate.Country), say[Texts.PaperCaveat], say[Texts.PaperCode], code, say[Texts.PaperCheckAt],
            $"{address.Base}{VerificationEndpoints.Path}/{code}");
    }

    /// <summary>The day by her country's clock.</summary>
    public string Day(DateTimeOffset at, string country)
    {
        var zone = content.Programmes.Find(country)?.Country.TimeZone ?? TimeZoneInfo.Utc;
        return TimeZoneInfo.ConvertTime(at, zone).ToString("d 'de' MMMM 'de' yyyy", Spanish);
    }

    public string CaveatOf(string country) => content.SpeechFor(country)[Texts.PaperCaveat];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
