namespace CoopAssistant.Programme;

/// <summary>A woman who takes part. Made by us (UUID version 7), so that it is known before it is stored.</summary>
public readonly record struct ParticipantId(Guid Value)
{
    public static ParticipantId New(TimeProvider clock) => new(Guid.CreateVersion7(clock.GetUtcNow()));
}

/// <summary>One expression of interest in the programme. Made by us (UUID version 7).</summary>
public readonly record struct RegistrationId(Guid Value)
{
    public static RegistrationId New(TimeProvider clock) => new(Guid.CreateVersion7(clock.GetUtcNow()));
}
