using System.Linq.Expressions;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Programme.Figures;

/// <summary>Months of a country, as where in time they lie there.</summary>
/// <param name="Until">Exclusive.</param>
public sealed record CountrySpan(string Country, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>The same months in each country, from the first to the last, both included.</summary>
    public static CountrySpan Of(string country, TimeZoneInfo zone, DateOnly first, DateOnly last) => new(country, Months.Begins(first, zone), Months.Begins(last.AddMonths(1), zone));

    /// <summary>One day in a country: neither has summer time, and one that had would begin its day at midnight all the same.</summary>
    public static CountrySpan OfDay(string country, TimeZoneInfo zone, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(zone);
        DateTimeOffset Begins(DateOnly date) => date.ToDateTime(TimeOnly.MinValue) is var midnight ? new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime() : default;
        return new(country, Begins(day), Begins(day.AddDays(1)));
    }

    /// <summary>Somebody of this territory sees some of its country. Null: of every country.</summary>
    public bool IsNear(Territory? territory) => territory?.TouchedCountries.Contains(Country, StringComparer.Ordinal) != false;

    /// <summary>A condition that holds in any of the spans; in none of no spans.</summary>
    /// <param name="inside">The condition for one: country, from, until.</param>
    public static Expression<Func<T, bool>> Any<T>(IReadOnlyList<CountrySpan> spans, Func<string, DateTimeOffset, DateTimeOffset, Expression<Func<T, bool>>> inside)
    {
        var it = Expression.Parameter(typeof(T), "it");
        var any = spans.Select(span => inside(span.Country, span.From, span.Until))
            .Select(one => new Renamed(one.Parameters[0], it).Visit(one.Body)).Aggregate((Expression)Expression.Constant(false), Expression.OrElse);
        return Expression.Lambda<Func<T, bool>>(any, it);
    }

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
