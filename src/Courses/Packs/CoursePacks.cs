using CoopAssistant.Courses.Lessons;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Courses.Packs;

/// <summary>What reading all courses gave.</summary>
/// <param name="Courses">By id. A course with problems is in it as far as it could be read; do not publish it.</param>
/// <param name="Problems">What keeps the content from being used, by file and line.</param>
/// <param name="Warnings">What an editor should look at, by file and line.</param>
public sealed record CoursePacks(IReadOnlyList<Course> Courses, IReadOnlyList<PackProblem> Problems, IReadOnlyList<PackProblem> Warnings);
