using CoopAssistant.Bot.Certificates;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Courses.Certificates;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>Hands her the certificate: a document on WhatsApp, an attachment in the web chat. Printed when it is fetched.</summary>
internal sealed class LearnCertificate(BotContent content, CertificateLinks links)
{
    public OutgoingMessage For(ConversationState state, ParticipantId participant, string courseId) =>
        new(content.SpeechFor(state.Country)[Texts.LearnPaperReady])
        {
            Media = new OutgoingMedia(links.For(participant, courseId), "application/pdf", CertificateLinks.FileName),
        };

    public static Change Issued(ParticipantId participant, string courseId) =>
        Change.Of<IssueCertificate>((issue, _, cancel) => issue.Handle(participant, courseId, cancel));
}

internal static partial class Texts
{
    public static readonly TextKey LearnPaperReady = Text("learn.paperReady");
}
