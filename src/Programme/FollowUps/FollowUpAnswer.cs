using System.Globalization;

namespace CoopAssistant.Programme.FollowUps;

/// <summary>Where an answer came from. Stored as its number.</summary>
public enum FollowUpSource
{
    /// <summary>The program's own record of the day of recognition.</summary>
    Record = 0,

    /// <summary>The coordinator, in her chat.</summary>
    Chat = 1,

    /// <summary>Staff wrote it down.</summary>
    Visit = 2,
}

/// <summary>One answer to one indicator. Never changed once written: the newest counts, the ones before are its history.</summary>
public sealed class FollowUpAnswer
{
    private FollowUpAnswer() { }

    internal FollowUpAnswer(string indicator, string? value, FollowUpBy by, string? reason, DateTimeOffset at) =>
        (Indicator, Value, Source, Author, ParticipantId, Reason, At) = (indicator, value, by.Source, by.Author, by.Participant, reason, at);

    public long Id { get; private set; }

    /// <summary>Code, as in the pack.</summary>
    public string Indicator { get; private set; } = "";

    /// <summary>As forms keep it: a number, an option's value, her words; null where it was left out.</summary>
    public string? Value { get; private set; }
    public FollowUpSource Source { get; private set; }

    /// <summary>Staff id, or <see cref="Registrations.RegistrationStep.Herself"/>; null for the program.</summary>
    public string? Author { get; private set; }

    /// <summary>Who answered in the chat; null else.</summary>
    public ParticipantId? ParticipantId { get; private set; }

    /// <summary>Why it was corrected; null for a first answer.</summary>
    public string? Reason { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>The value as a number; null where it is none.</summary>
    public long? Amount => long.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) ? amount : null;
}

/// <summary>Who tells.</summary>
public sealed record FollowUpBy(FollowUpSource Source, string? Author, ParticipantId? Participant)
{
    public static FollowUpBy Record { get; } = new(FollowUpSource.Record, null, null);

    public static FollowUpBy Coordinator(ParticipantId her) => new(FollowUpSource.Chat, Registrations.RegistrationStep.Herself, her);

    public static FollowUpBy Staff(string author) => new(FollowUpSource.Visit, author, null);
}
