namespace CoopAssistant.Bot.Understanding;

/// <summary>What a woman may want, in the order in which it is served when she says several things at once.</summary>
internal enum Intent
{
    Violence,
    Delete,
    Withdraw,
    Stop,
    Start,
    Person,
    Restart,
    Menu,
    Language,
    Audio,
    Status,
    Missing,
    Group,
    Meeting,
    Attendance,
    Sharing,
    FollowUp,
    Register,
    Lessons,
    MyData,
    Preferences,
    Offices,
    Information,
    Help,
    Back,
    Continue,
    Exit,
    Goodbye,
    Greet,
    Thanks,

    /// <summary>Nothing of these: an answer to what she was asked, a frequent question, or not understood.</summary>
    None,
}

/// <summary>How surely something was heard.</summary>
internal enum Certainty
{
    /// <summary>It is all she said.</summary>
    Whole,

    /// <summary>It is in what she said.</summary>
    Within,

    /// <summary>She mistyped it, it seems.</summary>
    Mistyped,
}

internal sealed record Heard(Intent Intent, Certainty Certainty)
{
    public static Heard Nothing { get; } = new(Intent.None, Certainty.Within);
}
