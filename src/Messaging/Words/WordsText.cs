using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoopAssistant.Messaging.Words;

/// <summary>What stands under a <see cref="WordsKey"/>: whatever was typed, also what may not be published yet.</summary>
[JsonDerivedType(typeof(Said), "said"), JsonDerivedType(typeof(Answer), "answer"), JsonDerivedType(typeof(OwnAnswer), "ownAnswer")]
[JsonDerivedType(typeof(Office), "office"), JsonDerivedType(typeof(Emergency), "emergency"), JsonDerivedType(typeof(Nothing), "nothing")]
public abstract record WordsText
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private WordsText() { }

    /// <param name="Ways">The text; of some several ways, said in turn.</param>
    public sealed record Said(IReadOnlyList<string> Ways) : WordsText;

    /// <param name="Wordings">How women ask it, as they spell it.</param>
    /// <param name="Review">Day by which its facts are to be checked again.</param>
    public sealed record Answer(string Question, IReadOnlyList<string> Wordings, string Text, bool IsUnconfirmed, DateOnly? Review) : WordsText;

    /// <summary>What one country answers otherwise.</summary>
    public sealed record OwnAnswer(string Text) : WordsText;

    /// <summary>Empty where a fact is not known: then it is not spoken of.</summary>
    public sealed record Office(string Name, string Town, string Address, string Phone, string Note, bool IsUnconfirmed, DateOnly? Review) : WordsText
    {
        /// <summary>Codes of the places it answers for, or what was typed where no place is called so; null for those it has already.</summary>
        public IReadOnlyList<string>? Covers { get; init; }
    }

    public sealed record Emergency(string Before, IReadOnlyList<EmergencyText> Lines, string After, DateOnly? Review) : WordsText;

    /// <summary>Taken away: an answer nobody gets any more, a country that says it like the others.</summary>
    public sealed record Nothing : WordsText;

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static WordsText FromJson(string json) => JsonSerializer.Deserialize<WordsText>(json, Json) ?? new Nothing();

    public bool IsSameAs(WordsText? other) => other is not null && ToJson() == other.ToJson();

    /// <summary>Without blanks at the ends, and single lines where only one fits: what browsers add to a text is not part of it.</summary>
    public WordsText Tidy() => this switch
    {
        Said said => new Said([.. said.Ways.Select(Trimmed).Where(way => way.Length > 0)]),
        Answer answer => answer with { Question = OneLine(answer.Question), Wordings = [.. answer.Wordings.Select(OneLine).Where(wording => wording.Length > 0)], Text = Trimmed(answer.Text) },
        OwnAnswer own => new OwnAnswer(Trimmed(own.Text)),
        Office office => office with { Name = OneLine(office.Name), Town = OneLine(office.Town), Address = OneLine(office.Address), Phone = OneLine(office.Phone), Note = OneLine(office.Note), Covers = office.Covers is null ? null : [.. office.Covers.Select(OneLine).Where(place => place.Length > 0).Distinct(StringComparer.Ordinal)] },
        Emergency emergency => emergency with
        {
            Before = OneLine(emergency.Before),
            After = OneLine(emergency.After),
            Lines = [.. Coded([.. emergency.Lines.Select(line => line with { Name = OneLine(line.Name), Number = OneLine(line.Number), Text = OneLine(line.Text) }).Where(line => line.Name.Length + line.Number.Length + line.Text.Length > 0)])],
        },
        _ => this,
    };

    /// <summary>A new line gets its name in the file.</summary>
    private static IEnumerable<EmergencyText> Coded(IReadOnlyList<EmergencyText> lines)
    {
        var taken = lines.Select(line => line.Code).ToHashSet(StringComparer.Ordinal);
        return lines.Select(line => line.Code.Length > 0 ? line : line with { Code = Enumerable.Range(1, 1000).Select(n => $"linea-{n}").First(taken.Add) });
    }

    private static string OneLine(string text) => Clean(text.ReplaceLineEndings(" ")).Trim();

    private static string Trimmed(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => Clean(line).TrimEnd())).Trim('\n').Trim();

    private static string Clean(string line) => new([.. line.Select(letter => char.IsControl(letter) ? ' ' : letter)]);
}

/// <param name="Code">Its name in the file; empty for a line that is new.</param>
/// <param name="Number">Empty where it differs by municipality: then the text says where to ask.</param>
public sealed record EmergencyText(string Code, string Name, string Number, string Text, bool IsUnconfirmed, DateOnly? Review)
{
    public static EmergencyText New => new("", "", "", "", false, null);
}
