namespace CoopAssistant.Programme;

/// <summary>
/// A statement with its values, for what women do in so many turns that no entity is made for it. It is prepared once for each text, so that what
/// changes must be among the values.
/// </summary>
/// <param name="Text">SQL that both databases understand, with {0}, {1} … in the places of the values.</param>
/// <param name="Values">As the database takes them: whole numbers, texts, yes or no, UTC times, days, UUIDs, null.</param>
/// <param name="Types">Of each value, also where it is null.</param>
public sealed record PlainStatement(string Text, IReadOnlyList<object?> Values, IReadOnlyList<Type> Types)
{
    /// <summary>None of the values may be null.</summary>
    public static PlainStatement Of(FormattableString statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var values = statement.GetArguments();
        return new(statement.Format, values, Array.ConvertAll(values, value => value!.GetType()));
    }

    /// <summary>The text with the places of a database: <paramref name="mark"/> and the number, from 1.</summary>
    public string Placed(char mark)
    {
        object[] places = [.. Enumerable.Range(1, Values.Count).Select(i => FormattableString.Invariant($"{mark}{i}"))];
        return string.Format(System.Globalization.CultureInfo.InvariantCulture, Text, places);
    }
}

/// <summary>Writes a new entity as the statement that inserts it, by the same mapping.</summary>
public interface IInsertRows
{
    /// <param name="beyond">Values of mapped properties that the entity itself does not have, such as the key of its owner.</param>
    PlainStatement Insert(object entity, params ReadOnlySpan<(string Property, object Value)> beyond);
}
