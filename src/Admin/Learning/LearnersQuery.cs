using CoopAssistant.Courses.Statistics;

namespace CoopAssistant.Admin.Learning;

/// <summary>Which women of a figure of learning, as an address says it.</summary>
internal static class LearnersQuery
{
    public static string Word(LearnedWhat what) => what switch { LearnedWhat.Begun => "empezaron", LearnedWhat.Lesson => "lecciones", _ => "terminaron" };

    public static LearnedWhat Of(string? word) => word switch { "lecciones" => LearnedWhat.Lesson, "terminaron" => LearnedWhat.Finished, _ => LearnedWhat.Begun };

    public static string Say(LearnedWhat what) => what switch { LearnedWhat.Begun => "Empezaron a aprender", LearnedWhat.Lesson => "Lecciones terminadas", _ => "Terminaron el curso" };
}
