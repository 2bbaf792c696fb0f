using System.Linq.Expressions;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Programme.Service;

/// <summary>Puts together which rows are late: offices that are late by the same moment as the central one need no condition of their own.</summary>
internal sealed class LateCondition<T>(
    Expression<Func<T, string?>> country, Expression<Func<T, string?>> region, Expression<Func<T, string?>> place, Expression<Func<T, DateTimeOffset?>> since)
{
    private readonly ParameterExpression _it = Expression.Parameter(typeof(T), "it");

    public Expression In(ProgrammePack pack, IReadOnlyList<ServiceClock> clocks, Func<ServiceClock, DateTimeOffset> lateSince)
    {
        var code = pack.Country.Code;
        var central = clocks.Single(clock => clock.Office.Code == pack.Offices.Central.Code);
        var usual = lateSince(central);
        var others = clocks.Where(clock => clock.Office.Covers.Count > 0 && lateSince(clock) != usual).ToList();
        var late = Expression.AndAlso(others.Aggregate(True, (all, clock) => Expression.AndAlso(all, Expression.Not(Inside(pack, clock.Office)))), Since(usual));
        foreach (var clock in others) late = Expression.OrElse(late, Expression.AndAlso(Inside(pack, clock.Office), Since(lateSince(clock))));
        return Expression.AndAlso(On(country, c => c == code), late);
    }

    /// <summary>In none of the countries, or nobody knows where.</summary>
    public Expression Elsewhere(List<string> countries, DateTimeOffset lateSince) => Expression.AndAlso(On(country, c => !countries.Contains(c!)), Since(lateSince));

    public Expression<Func<T, bool>> Any(IReadOnlyList<Expression> conditions) =>
        Expression.Lambda<Func<T, bool>>(conditions.Aggregate((Expression)Expression.Constant(false), Expression.OrElse), _it);

    /// <summary>In the office's places, without those inside them for which another office answers.</summary>
    private Expression Inside(ProgrammePack pack, Office office)
    {
        Expression any = Expression.Constant(false);
        foreach (var code in office.Covers)
        {
            var lies = Lies(pack, code);
            foreach (var inner in pack.Offices.All.Where(other => other != office).SelectMany(other => other.Covers).Where(inner => inner != code && pack.Places.Chain(inner).Any(around => around.Code == code)))
                lies = Expression.AndAlso(lies, Expression.Not(Lies(pack, inner)));
            any = Expression.OrElse(any, lies);
        }
        return any;
    }

    private Expression Lies(ProgrammePack pack, string code)
    {
        if (pack.Places.RegionOf(code) == code) return On(region, r => r == code);
        var within = code + ".";
        return On(place, p => p == code || (p != null && p.StartsWith(within)));
    }

    private Expression Since(DateTimeOffset late) => On(since, s => s <= late);

    private static Expression True => Expression.Constant(true);

    private Expression On<TValue>(Expression<Func<T, TValue>> what, Expression<Func<TValue, bool>> holds) =>
        new Replaced(holds.Parameters[0], new Replaced(what.Parameters[0], _it).Visit(what.Body)).Visit(holds.Body);

    private sealed class Replaced(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
