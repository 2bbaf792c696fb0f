namespace CoopAssistant.Programme.Allies.Referrals;

/// <summary>What a woman should hear of a referral.</summary>
public enum ReferralNews
{
    /// <summary>She is asked for her consent.</summary>
    Asked,

    /// <summary>Her answer is not needed any more; she hears nothing.</summary>
    NoLongerAsked,
    Accepted,
    Rejected,
    Helped,
    NotReached,
    NotForHer,

    /// <summary>Staff took it back after she had agreed.</summary>
    Cancelled,
}

/// <summary>There is news of a referral. Listeners act inside the same transaction, and note whether she could be told.</summary>
/// <param name="People">To whom, of those the referral asked.</param>
/// <param name="Members">Other members of the group, who hear how it goes though nothing of theirs is shared.</param>
public sealed record ReferralHeard(Referral Referral, Ally Ally, ReferralNews News, IReadOnlyList<ReferralPerson> People, IReadOnlyList<ParticipantId> Members);
