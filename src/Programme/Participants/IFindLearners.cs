namespace CoopAssistant.Programme.Participants;

/// <summary>Who learns, as conditions for other queries. Answered by who teaches.</summary>
public interface IFindLearners
{
    /// <summary>Began a course.</summary>
    IQueryable<ParticipantId> Began();

    /// <summary>Finished a course.</summary>
    IQueryable<ParticipantId> Finished();
}
