namespace CoopAssistant.Bot.Dialogs;

/// <summary>Names kept in stored states: never change one.</summary>
internal static class DialogNames
{
    public const string Greeting = "greeting";
    public const string Menu = "menu";
    public const string Register = "register";
    public const string Proof = "proof";
    public const string Status = "status";
    public const string MyData = "mydata";
    public const string Missing = "missing";
    public const string Person = "person";
    public const string Preferences = "preferences";
    public const string Mailing = "mailing";
    public const string Information = "information";
    public const string Offices = "offices";
    public const string Violence = "violence";
    public const string Restart = "restart";
    public const string Groups = "groups";
    public const string Meetings = "meetings";
    public const string Attendance = "attendance";
    public const string Withdrawal = "withdrawal";
    public const string Sharing = "sharing";

    public const string FollowUp = "followup";

    /// <summary>Lessons, where they are installed.</summary>
    public const string Lessons = "lessons";
}
