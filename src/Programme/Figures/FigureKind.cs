namespace CoopAssistant.Programme.Figures;

/// <summary>What is counted. Stored as its number. Figures of women are kept under the month in which they registered.</summary>
public enum FigureKind
{
    /// <summary>Women's registrations. No code; so are all kinds that name none.</summary>
    Registered = 1,

    /// <summary>Where they stand now. Code: <see cref="Registrations.RegistrationStatus"/> by name.</summary>
    Status = 2,

    /// <summary>Main activity. Code: the rubro's; empty where she named none.</summary>
    Rubro = 3,

    /// <summary>How she came. Code: see <see cref="Registrations.RegistrationSource"/>; empty where not known.</summary>
    Source = 4,

    /// <summary>Days until staff first acted on it. Code: see <see cref="WaitBands.Days"/>.</summary>
    Reviewed = 5,

    /// <summary>Days until staff first decided on it. Code: likewise.</summary>
    Decided = 6,

    /// <summary>Registrations of women who are members of a group or cooperative now.</summary>
    Grouped = 7,

    /// <summary>Registrations of women who are members of an active cooperative now.</summary>
    InCooperative = 8,

    /// <summary>Groups founded in the month.</summary>
    GroupFounded = 10,

    /// <summary>Groups that were recognised as cooperatives in the month.</summary>
    Recognised = 11,

    /// <summary>Contacts that wrote for the first time in the month. Code: channel.</summary>
    Greeted = 20,

    /// <summary>Contacts that in the month first agreed that their data are kept.</summary>
    Agreed = 21,

    /// <summary>Messages of the month that go out through a provider. Code: how they stand.</summary>
    Delivery = 22,

    /// <summary>Conversations that waited for a person since the month: working minutes until the first answer. Code: see <see cref="WaitBands.Minutes"/>.</summary>
    Answered = 23,

    /// <summary>Women who began a course in the month.</summary>
    LearningBegun = 30,

    /// <summary>Lessons finished in the month.</summary>
    LessonFinished = 31,

    /// <summary>Women who finished a course in the month.</summary>
    CourseFinished = 32,

    /// <summary>As <see cref="Registered"/>, of women who agreed to be counted in statistics; so the following.</summary>
    PublicRegistered = 40,
    PublicRubro = 41,
    PublicGrouped = 42,
    PublicInCooperative = 43,
}
