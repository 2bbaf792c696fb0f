using System.Collections.Concurrent;
using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CoopAssistant.Data.Turns;

/// <summary>Insert statements by EF Core's own model, so that a column that is added to an entity is written here too. The database numbers keys itself where it does for entities.</summary>
internal sealed class InsertRows(Database database) : IInsertRows
{
    private readonly ConcurrentDictionary<Type, Plan> _plans = new();

    public PlainStatement Insert(object entity, params ReadOnlySpan<(string Property, object Value)> beyond)
    {
        var plan = _plans.GetOrAdd(entity.GetType(), PlanOf);
        var values = new object?[plan.Columns.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var property = plan.Columns[i];
            values[i] = Stored(property, property.IsShadowProperty() ? Given(property.Name, beyond) : property.GetGetter().GetClrValue(entity));
        }
        return new PlainStatement(plan.Text, values, plan.Types);
    }

    private static object? Stored(IProperty property, object? value) =>
        value is not null && property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;

    private static object? Given(string name, ReadOnlySpan<(string Property, object Value)> beyond)
    {
        foreach (var (property, value) in beyond)
            if (property == name)
                return value;
        return null;
    }

    private Plan PlanOf(Type type)
    {
        using var context = database.CreateDbContext();
        var entity = context.Model.FindEntityType(type) ?? throw new InvalidOperationException($"{type.Name} is not mapped.");
        IProperty[] columns = [.. entity.GetProperties().Where(p => !(p.IsPrimaryKey() && p.ValueGenerated == ValueGenerated.OnAdd))];
        var names = string.Join(", ", columns.Select(p => $"\"{p.GetColumnName()}\""));
        var places = string.Join(", ", columns.Select((_, i) => $"{{{i}}}"));
        return new Plan($"INSERT INTO {entity.GetTableName()} ({names}) VALUES ({places})", columns, [.. columns.Select(StoredType)]);
    }

    private static Type StoredType(IProperty property)
    {
        var type = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    private sealed record Plan(string Text, IProperty[] Columns, Type[] Types);
}
