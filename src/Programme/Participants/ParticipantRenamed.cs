namespace CoopAssistant.Programme.Participants;

/// <summary>A participant's name was put right; what carries it follows in the same save.</summary>
public sealed record ParticipantRenamed(ParticipantId Participant, string Name);
