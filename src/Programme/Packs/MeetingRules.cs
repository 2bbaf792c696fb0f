using CoopAssistant.Programme.Meetings;

namespace CoopAssistant.Programme.Packs;

/// <summary>How meetings are spoken of in a country (<c>meetings.yaml</c>).</summary>
/// <param name="ReminderHour">From 0 to 23 by the country's clock: when a woman who named no hour of hers is reminded, the day before.</param>
/// <param name="Kinds">What each kind is called.</param>
/// <param name="Notices">What she is told unasked.</param>
public sealed record MeetingRules(int ReminderHour, IReadOnlyDictionary<MeetingKind, string> Kinds, MeetingNotices Notices);

/// <summary>Texts of at most 300 characters. May use, besides <see cref="ProgrammePack.WordsFor"/>: {que} {cuando} {donde} {institucion}.</summary>
/// <param name="Invited">She is asked whether she comes.</param>
/// <param name="Moved">It is at another time or place.</param>
/// <param name="Freed">She waited and has a place now.</param>
/// <param name="Withdrawn">She need not come any more.</param>
/// <param name="Reminder">The day before, to who said yes.</param>
/// <param name="Unanswered">The day before, to who said nothing.</param>
public sealed record MeetingNotices(string Invited, string Moved, string Cancelled, string Freed, string Withdrawn, string Reminder, string Unanswered);
