namespace CoopAssistant.Programme.Packs;

/// <summary>How groups are formed in a country (<c>groups.yaml</c>).</summary>
/// <param name="ProposeFrom">Women of one place, activity and language from whom staff see a proposal.</param>
/// <param name="Largest">More than these are proposed as two groups.</param>
/// <param name="Notices">What she is told unasked.</param>
public sealed record GroupRules(int ProposeFrom, int Largest, GroupNotices Notices);

/// <summary>Texts of at most 300 characters. May use, besides <see cref="ProgrammePack.WordsFor"/>: {grupo} {rubro} {lugar}.</summary>
/// <param name="Invited">She is asked whether she wants to take part.</param>
/// <param name="Withdrawn">The invitation was taken back.</param>
/// <param name="Removed">Staff wrote down that she left.</param>
/// <param name="Moved">Staff moved her to the group {grupo}.</param>
/// <param name="Recognised">The group is a cooperative now.</param>
public sealed record GroupNotices(string Invited, string Withdrawn, string Removed, string Moved, string Recognised);

/// <summary>A question of the socio-economic study that staff fill in (<c>study.yaml</c>).</summary>
/// <param name="Unit">Said after a number: "minutos"; null for none.</param>
/// <param name="Options">For <see cref="StudyKind.Choice"/>.</param>
public sealed record StudyQuestion(string Id, string Label, StudyKind Kind, string? Unit, string? Hint, IReadOnlyList<string> Options);

public enum StudyKind { Text, Number, Choice }
