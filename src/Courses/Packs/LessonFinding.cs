namespace CoopAssistant.Courses.Packs;

/// <summary>Something a check found in a lesson.</summary>
/// <param name="Line">Where it stands in the lesson's file; 0 where the whole lesson is meant.</param>
/// <param name="English">What is wrong and what to do, for the command line.</param>
/// <param name="Spanish">The same for the editor's screen.</param>
public sealed record LessonFinding(int Line, string English, string Spanish);
