using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Courses;

/// <summary>Registers the use cases of Courses.</summary>
public static class CoursesModule
{
    public static IServiceCollection AddCourses(this IServiceCollection services) => services;
}
