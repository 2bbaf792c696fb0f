namespace CoopAssistant.Courses.Packs;

/// <summary>How much fits: a small screen without scrolling, one WhatsApp message (1,600 characters), five minutes of attention.</summary>
public static class LessonLimits
{
    public const int MessageCharacters = 600;

    /// <summary>A question with its choices, as they are shown together.</summary>
    public const int QuestionCharacters = 600;
    public const int ChoiceCharacters = 72;
    public const int FeedbackCharacters = 240;
    public const int TitleCharacters = 60;
    public const int DescriptionCharacters = 300;
    public const int Messages = 5;
    public const int FewestQuestions = 1;
    public const int Questions = 3;
    public const int FewestChoices = 2;
    public const int Choices = 5;
    public const int MostMinutes = 15;

    /// <summary>A file above this is not read.</summary>
    public const int FileBytes = 32 * 1024;
    public const int FilesOfACourse = 600;

    /// <summary>Fernández-Huerta: from here on a text reads easily after six years of school.</summary>
    public const double EasyReading = 70;
}
