namespace CoopAssistant.Programme.Registrations.Search;

/// <summary>A registration as the search knows it.</summary>
public sealed class SearchEntry
{
    /// <summary>Which bit is hers in every <see cref="SearchBits"/>: from 0 on, never given twice.</summary>
    public required int Position { get; init; }

    /// <summary>Null once the registration is gone, until its bits are too.</summary>
    public RegistrationId? RegistrationId { get; init; }

    /// <summary>The terms under which it lies, each on a line, without what follows from them: what to take back when it changes.</summary>
    public required string Terms { get; init; }
}

/// <summary>Which of 65,536 neighbouring registrations a term holds of; without a row, none.</summary>
public sealed class SearchBits
{
    /// <summary>A word of names and communities, its sound, or a fact: see <see cref="SearchTerms"/>.</summary>
    public required string Term { get; init; }

    /// <summary>Position divided by <see cref="BitBlock.Size"/>.</summary>
    public required int Block { get; init; }

    /// <summary>See <see cref="BitBlock"/>.</summary>
    public required byte[] Bits { get; init; }
}

/// <summary>By what neighbouring registrations are put in order, eight bytes each: see <see cref="SortKeys"/>.</summary>
public sealed class SearchKeys
{
    public required SortKind Kind { get; init; }

    /// <summary>Position divided by <see cref="SortKeys.Chunk"/>; below 0 where it says between which keys those of other rows lie: see <see cref="SortKeys.Ends"/>.</summary>
    public required int Chunk { get; init; }
    public required byte[] Keys { get; init; }
}

/// <summary>A number by which a registration is found: folio, document or phone, without separators.</summary>
public sealed class SearchCode
{
    public required string Code { get; init; }
    public required RegistrationId RegistrationId { get; init; }
}

/// <summary>A word of names and communities that anybody registered has: what a mistyped word may have meant.</summary>
public sealed class SearchWord
{
    public int Id { get; init; }
    public required string Word { get; init; }
}
