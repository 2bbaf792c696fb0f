namespace CoopAssistant.Programme.Packs;

/// <summary>How women and groups are referred to institutions in a country (<c>allies.yaml</c>).</summary>
/// <param name="AnswerDays">Working days an institution has to answer a referral where staff set no others for it.</param>
/// <param name="RenewalDays">Days before the last day of an agreement by which its renewal is to be settled.</param>
/// <param name="Discreet">Codes of institutions that are never named to a woman unasked.</param>
/// <param name="Shareable">Ids of the registration's questions whose answers may be shared with a woman's consent.</param>
public sealed record AllyRules(int AnswerDays, int RenewalDays, IReadOnlyList<string> Discreet, IReadOnlyList<string> Shareable, SharingConsentText Consent, AllyNotices Notices);

/// <summary>What she is asked. May use {institucion} {papel} {motivo} {datos}, and for a group {grupo}.</summary>
/// <param name="Version">Stored with her answer; changes with every change of the texts.</param>
/// <param name="Review">Day by which the ministry checks the texts again.</param>
public sealed record SharingConsentText(string Version, DateOnly Review, string Woman, string Group);

/// <summary>Texts of at most 300 characters. May use, besides <see cref="ProgrammePack.WordsFor"/>: {institucion} {asunto}; the first and the last neither, because anybody may see them.</summary>
/// <param name="Ask">There is a question for her. Names no institution.</param>
/// <param name="Matter">What {asunto} is for a woman.</param>
/// <param name="GroupMatter">The same for a group; may use {grupo}.</param>
/// <param name="NotForHer">It turned out not to be for her.</param>
/// <param name="News">Anything about a discreet institution. Names none.</param>
public sealed record AllyNotices(string Ask, string Matter, string GroupMatter, string Accepted, string Rejected, string Helped, string NotReached, string NotForHer, string Cancelled, string News);
