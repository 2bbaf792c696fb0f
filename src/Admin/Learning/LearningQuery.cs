using CoopAssistant.Admin.Accounts;
using CoopAssistant.Courses.Statistics;
using CoopAssistant.Programme;
using Microsoft.AspNetCore.Http;

namespace CoopAssistant.Admin.Learning;

/// <summary>Which women's learning is looked at; lives in the address.</summary>
/// <param name="Course">Null: the first.</param>
public sealed record LearningQuery(string? Course, string? Country, string? Region, Guid? Group)
{
    public static LearningQuery Of(IQueryCollection query) =>
        new(Text(query["curso"]), Text(query["pais"]), Text(query["region"]), Guid.TryParse(query["grupo"], out var group) ? group : null);

    /// <summary>As part of an address; empty where nothing is chosen.</summary>
    public string Parameters
    {
        get
        {
            var parts = new[] { ("curso", Course), ("pais", Country), ("region", Region), ("grupo", Group?.ToString()) }
                .Where(part => part.Item2 is not null).Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2!)}");
            var all = string.Join('&', parts);
            return all.Length == 0 ? "" : "?" + all;
        }
    }

    /// <summary>What the use cases are asked, never beyond the territory of who asks.</summary>
    public ReadLearningNumbers.Request For(string courseId, HttpContext http) =>
        new(courseId, Country, Region, http.User.Territory(), Group is { } group ? new GroupId(group) : null);

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
