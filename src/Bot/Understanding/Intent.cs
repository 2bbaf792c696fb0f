namespace CoopAssistant.Bot.Understanding;

/// <summary>What a woman may want, in the order in which it is served when she says several things at once.</summary>
internal enum Intent
{
    Violence,
    Delete,
    Stop,
    Start,
    Person,
    Restart,
    Menu,
    Language,
    Audio,
    Status,
    Missing,
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
    Greet,
    Thanks,

    /// <summary>Nothing of these: an answer to what she was asked, a frequent question, or not understood.</summary>
    None,
}

/// <param name="IsExact">She said just that, rightly spelled: it interrupts even a question that takes any text.</param>
internal readonly record struct Heard(Intent Intent, bool IsExact)
{
    public static Heard Nothing { get; } = new(Intent.None, false);
}
