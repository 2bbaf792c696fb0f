namespace CoopAssistant.Programme.Participants;

/// <summary>
/// A woman who takes part. Several may share one phone; one may write from several. What she answered in a form
/// stays with her registration; here is only what proves who she is and how she likes to be spoken to.
/// </summary>
public sealed class Participant
{
    public const int MaxFailedProofs = 5;

    private Participant() { }

    public ParticipantId Id { get; private set; }

    /// <summary>ISO 3166-1 alpha-2 of the programme she takes part in, upper case: PA, BO.</summary>
    public string Country { get; private set; } = "";
    public string GivenNames { get; private set; } = "";
    public string Surnames { get; private set; } = "";
    public int? BirthYear { get; private set; }

    /// <summary>Canonical identity document, e.g. 8-123-456; null until she gives it.</summary>
    public string? Document { get; private set; }

    /// <summary>End of the document's number (see <see cref="Identity.DocumentEnd"/>), what she may say instead of the PIN; null without document.</summary>
    public string? DocumentEnd { get; private set; }

    /// <summary>Salted hash of her PIN (see <see cref="Pin"/>); never the PIN.</summary>
    public string PinHash { get; private set; } = "";

    /// <summary>E.164 phone where she may be called, when she gave one.</summary>
    public string? Phone { get; private set; }

    /// <summary>BCP-47 tag of the language she prefers. Default es.</summary>
    public string Language { get; private set; } = "es";

    /// <summary>She prefers recordings to text where there are any.</summary>
    public bool PrefersAudio { get; private set; }

    /// <summary>Proofs (PIN or document end) that failed in a row. At <see cref="MaxFailedProofs"/> only a person helps.</summary>
    public int FailedProofs { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public int Version { get; private set; }

    public bool IsLocked => FailedProofs >= MaxFailedProofs;

    public static Participant Introduce(
        ParticipantId id, string country, string givenNames, string surnames, int? birthYear,
        string? document, string pinHash, string? phone, string language, bool prefersAudio, DateTimeOffset now) => new()
        {
            Id = id,
            Country = country,
            GivenNames = givenNames,
            Surnames = surnames,
            BirthYear = birthYear,
            Document = document,
            DocumentEnd = document is null ? null : Identity.DocumentEnd.Of(document),
            PinHash = pinHash,
            Phone = phone,
            Language = language,
            PrefersAudio = prefersAudio,
            CreatedAt = now,
        };

    /// <summary>As it is printed.</summary>
    public string FullName => $"{GivenNames} {Surnames}".Trim();

    /// <summary>Her name was written wrongly. False where it is the same.</summary>
    public bool Correct(string givenNames, string surnames)
    {
        if ((givenNames, surnames) == (GivenNames, Surnames)) return false;
        (GivenNames, Surnames) = (givenNames, surnames);
        Version++;
        return true;
    }

    public void CorrectBirthYear(int? year) { BirthYear = year; Version++; }

    /// <summary>What she may say instead of the PIN follows.</summary>
    public void CorrectDocument(string? document)
    {
        (Document, DocumentEnd) = (document, document is null ? null : Identity.DocumentEnd.Of(document));
        Version++;
    }

    public void CorrectPhone(string? phone) { Phone = phone; Version++; }

    /// <summary>She proved who she is: failures are forgotten.</summary>
    public void Proved() { FailedProofs = 0; Version++; }

    /// <summary>Staff made sure who she is: she has all her tries again. Nothing where she is not locked.</summary>
    public void Unlock()
    {
        if (IsLocked) Proved();
    }

    /// <summary>A proof failed. Counts up to <see cref="MaxFailedProofs"/> and stays there.</summary>
    public void FailedToProve() { FailedProofs = Math.Min(MaxFailedProofs, FailedProofs + 1); Version++; }

    public void Prefer(string language, bool audio) { Language = language; PrefersAudio = audio; Version++; }
}
