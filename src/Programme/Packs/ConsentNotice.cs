using CoopAssistant.Programme.Consents;

namespace CoopAssistant.Programme.Packs;

/// <summary>What she reads before her first personal datum, and what she is asked.</summary>
/// <param name="Version">Stored with her answer; changes with every change of the texts.</param>
/// <param name="Review">Day by which the ministry checks the texts again.</param>
/// <param name="Messages">The short notice, one chat message each. Placeholders are those of <see cref="ProgrammePack.Words"/>.</param>
/// <param name="More">The rest, for who asks to read more.</param>
/// <param name="Questions">One yes or no each; the required one first. Without it information stays open, registering does not.</param>
public sealed record ConsentNotice(
    string Version, DateOnly Review, IReadOnlyList<string> Messages, IReadOnlyList<string> More, IReadOnlyList<ConsentQuestion> Questions);

/// <param name="Label">Its short name in "mis preferencias" and for staff.</param>
public sealed record ConsentQuestion(ConsentPurpose Purpose, string Text, string Label, bool IsRequired);
