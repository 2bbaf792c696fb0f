namespace CoopAssistant.Host.Doctor;

/// <summary>What a part looks like to the doctor.</summary>
internal enum Grade
{
    Fine,

    /// <summary>It serves, but somebody should know.</summary>
    Note,

    /// <summary>It will not serve, or not everybody.</summary>
    Wrong,
}

/// <param name="Part">What was looked at, one word.</param>
/// <param name="Sentence">How it stands; where it is wrong, what to do.</param>
internal sealed record Finding(Grade Grade, string Part, string Sentence);
