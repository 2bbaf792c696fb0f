namespace CoopAssistant.Bot.Dialogs;

/// <summary>Names of the notes dialogs leave in the state. Kept in stored states: never change one.</summary>
internal static class Notes
{
    /// <summary>Dialog she wanted before her country or consent had to be asked.</summary>
    public const string Wish = "wish";

    /// <summary>Code of the poster she came by, until somebody registers here.</summary>
    public const string Origin = "origin";

    /// <summary>Frequent question she came with, by topic.</summary>
    public const string Topic = "topic";

    /// <summary>Month of the round the dialog of follow-up speaks of.</summary>
    public const string FollowUp = "followUp";

    /// <summary>She registers somebody besides those who already spoke here.</summary>
    public const string Another = "another";

    /// <summary>Her answers about messages and statistics: "1" yes, "0" no.</summary>
    public const string Contact = "contact";
    public const string Statistics = "statistics";

    /// <summary>Dialog that a proof of who she is leads to, and what it needs.</summary>
    public const string ProofFor = "for";
    public const string Folio = "folio";
    public const string Tries = "tries";

    /// <summary>Participant whom the tries counted here locked: once staff unlock her, they count no more.</summary>
    public const string LockedOut = "lockedOut";

    /// <summary>Participant who has just proved herself; good for the one step that asked for it.</summary>
    public const string Proved = "proved";

    /// <summary>Registration or words a dialog is speaking of.</summary>
    public const string Registration = "registration";
    public const string Answer = "answer";

    /// <summary>Page of a long list, from 0.</summary>
    public const string Page = "page";

    /// <summary>What staff wait for that she was already told of in this talk.</summary>
    public const string Awaited = "awaited";

    /// <summary>What staff waited for when the options before her were offered: a number she writes means one of those.</summary>
    public const string Offered = "offered";

    /// <summary>Dialog and step she was in before the emergency lines were shown.</summary>
    public const string Before = "before";

    /// <summary>Where she is in the lesson she last opened (see <see cref="LearnPlace"/>). Stays while she is elsewhere.</summary>
    public const string Lesson = "lesson";

    /// <summary>The lesson that was next when she finished the one before.</summary>
    public const string NextLesson = "next";

    /// <summary>Questions that have come back, as version and position; and the day on which she put them off.</summary>
    public const string Review = "review";
    public const string ReviewPutOff = "reviewLater";

    /// <summary>Hour at which she wants to be reminded of her lessons here; not there where she wants none.</summary>
    public const string Reminder = "remind";

    /// <summary>Group and woman the dialog of groups speaks of, and whether staff asked her.</summary>
    public const string Group = "group";
    public const string Woman = "woman";
    public const string Invited = "invited";

    /// <summary>Code of a group she came with; the name, size, place and activity of a group she registers.</summary>
    public const string GroupCode = "groupCode";
    public const string GroupName = "groupName";
    public const string GroupCount = "groupCount";
    public const string GroupPlace = "groupPlace";
    public const string GroupRubro = "groupRubro";

    /// <summary>What <c>estado</c> told that can be heard, by code.</summary>
    public const string Voices = "voices";

    /// <summary>Meeting the dialog of meetings speaks of, what she needs so far, and the code of the door she came with.</summary>
    public const string Meeting = "meeting";
    public const string Needs = "needs";
    public const string MeetingCode = "meetingCode";

    /// <summary>Referral the dialog of consents speaks of.</summary>
    public const string Referral = "referral";

    /// <summary>Notes that outlive a dialog.</summary>
    public static bool Stays(string note) => note is Contact or Statistics or Awaited or Tries or LockedOut or Lesson or ReviewPutOff or Reminder or Origin;
}
