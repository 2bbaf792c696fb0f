using CoopAssistant.Messaging.Wording;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>What invites her to read what waits: as the approved templates say it.</summary>
internal static partial class Texts
{
    public static readonly TextKey InviteReply = Text("invite.reply");
    public static readonly TextKey InviteRegistration = Text("invite.registration");
    public static readonly TextKey InviteGroup = Text("invite.group");
    public static readonly TextKey InviteMeeting = Text("invite.meeting");
    public static readonly TextKey InviteNews = Text("invite.news");
}
