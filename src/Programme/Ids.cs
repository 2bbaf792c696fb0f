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

/// <summary>A place with people where the programme works or might. Made by us (UUID version 7).</summary>
public readonly record struct CommunityId(Guid Value)
{
    public static CommunityId New(TimeProvider clock) => new(Guid.CreateVersion7(clock.GetUtcNow()));
}

/// <summary>A file of a group. Made by us (UUID version 7).</summary>
public readonly record struct GroupFileId(Guid Value)
{
    public static GroupFileId New(TimeProvider clock) => new(Guid.CreateVersion7(clock.GetUtcNow()));
}

/// <summary>Women on their way to a cooperative, and later the cooperative. Made by us (UUID version 7).</summary>
public readonly record struct GroupId(Guid Value)
{
    public static GroupId New(TimeProvider clock) => new(Guid.CreateVersion7(clock.GetUtcNow()));
}

/// <summary>A visit, workshop or assembly at a time and place. Made by us (UUID version 7).</summary>
public readonly record struct MeetingId(Guid Value)
{
    public static MeetingId New(TimeProvider clock) => new(Guid.CreateVersion7(clock.GetUtcNow()));
}

/// <summary>An institution that helps. Made by us (UUID version 7).</summary>
public readonly record struct AllyId(Guid Value)
{
    public static AllyId New(TimeProvider clock) => new(Guid.CreateVersion7(clock.GetUtcNow()));
}

/// <summary>What an institution and the ministry signed. Made by us (UUID version 7).</summary>
public readonly record struct AgreementId(Guid Value)
{
    public static AgreementId New(TimeProvider clock) => new(Guid.CreateVersion7(clock.GetUtcNow()));
}

/// <summary>One thing an institution said it would do. Made by us (UUID version 7).</summary>
public readonly record struct CommitmentId(Guid Value)
{
    public static CommitmentId New(TimeProvider clock) => new(Guid.CreateVersion7(clock.GetUtcNow()));
}

/// <summary>A woman or a group sent to an institution. Made by us (UUID version 7).</summary>
public readonly record struct ReferralId(Guid Value)
{
    public static ReferralId New(TimeProvider clock) => new(Guid.CreateVersion7(clock.GetUtcNow()));
}
