using System.Globalization;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Programme.Allies.Referrals;

/// <summary>What may be shared of a woman and of a group, by name, and how it is read. Pure.</summary>
public static class SharedFields
{
    public const string GroupName = "grupo:nombre";
    public const string GroupRubro = "grupo:actividad";
    public const string GroupPlace = "grupo:lugar";
    public const string GroupSize = "grupo:integrantes";
    public const string GroupSteps = "grupo:pasos";

    /// <summary>Facts of a group that say nothing of any woman in it.</summary>
    public static IReadOnlyList<string> OfGroup { get; } = [GroupName, GroupRubro, GroupPlace, GroupSize, GroupSteps];

    public static bool IsOfGroup(string field) => OfGroup.Contains(field, StringComparer.Ordinal);

    /// <summary>Of a woman: answers that the country lets be shared, each with its label. In the form's order.</summary>
    public static IReadOnlyList<SharedField> OfWoman(ProgrammePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return [.. pack.Form.Questions.Where(q => pack.Allies.Shareable.Contains(q.Id, StringComparer.Ordinal)).Select(q => new SharedField(q.Id, q.Label))];
    }

    /// <summary>Those of the fields that are of a woman, as she hears them: "nombres, apellidos y teléfono para llamarla".</summary>
    public static string Said(ProgrammePack pack, IReadOnlyList<string> fields)
    {
        var labels = OfWoman(pack).Where(f => fields.Contains(f.Name, StringComparer.Ordinal)).Select(f => char.ToLower(f.Label[0], CultureInfo.InvariantCulture) + f.Label[1..]).ToList();
        return labels.Count < 2 ? string.Concat(labels) : $"{string.Join(", ", labels[..^1])} y {labels[^1]}";
    }

    /// <summary>Her answers as they are now, only those named; what she did not give is left out.</summary>
    public static IReadOnlyList<SharedValue> Of(ProgrammePack pack, IReadOnlyList<string> fields, string answersJson)
    {
        var answers = SubmittedAnswers.FromJson(answersJson).Where(a => a.Value is not null).ToDictionary(a => a.Question, a => a.Display, StringComparer.Ordinal);
        return [.. OfWoman(pack).Where(f => fields.Contains(f.Name, StringComparer.Ordinal) && answers.ContainsKey(f.Name)).Select(f => new SharedValue(f.Label, answers[f.Name]))];
    }

    /// <summary>The group's facts as they are now, only those named; their labels are the names above.</summary>
    public static IReadOnlyList<SharedValue> Of(ProgrammePack pack, IReadOnlyList<string> fields, Group group)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(group);
        var words = GroupWords.Of(pack, group.PlaceCode, group.Name, group.Rubro);
        string Value(string field) => field switch
        {
            GroupName => group.Name,
            GroupRubro => words["rubro"],
            GroupPlace => pack.Places.Find(group.PlaceCode) is { } place ? pack.Places.Describe(place) : pack.Country.Name,
            GroupSize => group.Members.Count(m => m.State == MemberState.Member).ToString(CultureInfo.InvariantCulture),
            _ => string.Join("; ", group.Steps.Where(s => s.State == StepState.Open).Select(s => pack.FindStep(s.Code)?.Name ?? s.Code)),
        };
        return [.. OfGroup.Where(f => fields.Contains(f, StringComparer.Ordinal)).Select(f => new SharedValue(f, Value(f)))];
    }
}

/// <param name="Name">Id of the form's question.</param>
public sealed record SharedField(string Name, string Label);

/// <summary>One thing an institution reads.</summary>
public sealed record SharedValue(string Label, string Value);
