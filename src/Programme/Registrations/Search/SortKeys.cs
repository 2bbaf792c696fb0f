using System.Buffers.Binary;

namespace CoopAssistant.Programme.Registrations.Search;

/// <summary>By what registrations are put in order, as a number: of two, the lower comes first; of equals the rows say.</summary>
internal static class SortKeys
{
    /// <summary>Registrations of a row of <see cref="SearchKeys"/>.</summary>
    public const int Chunk = 1024;

    /// <summary>So many letters of a name are in its number, five bits each.</summary>
    private const int Letters = 12;

    public static ulong Of(Registration registration, SortKind kind) => kind switch
    {
        SortKind.Submitted => (ulong)registration.SubmittedAt.UtcTicks,
        SortKind.Changed => (ulong)registration.ChangedAt.UtcTicks,
        _ => OfName(registration.SearchName),
    };

    public static (SortKind Kind, bool IsDescending) Of(RegistrationOrder order) => order switch
    {
        RegistrationOrder.OldestFirst => (SortKind.Submitted, false),
        RegistrationOrder.LastChangedFirst => (SortKind.Changed, true),
        RegistrationOrder.Name => (SortKind.Name, false),
        _ => (SortKind.Submitted, true),
    };

    /// <summary>The end comes before a blank, a blank before what is no letter, that before letters: as both databases order what is plain. From the first on that is neither, all are equal.</summary>
    internal static ulong OfName(string name)
    {
        var (key, isEqual) = (0UL, false);
        for (var at = 0; at < Letters; at++)
        {
            var letter = isEqual || at >= name.Length ? 0UL : name[at] switch { ' ' => 1UL, < 'a' => 2UL, <= 'z' => (ulong)(name[at] - 'a' + 3), _ => 29UL };
            key = (key << 5) | letter;
            isEqual |= letter is 2 or 29;
        }
        return key;
    }

    public static ulong Read(ReadOnlySpan<byte> stored, int at) => BinaryPrimitives.ReadUInt64LittleEndian(stored[(at * sizeof(ulong))..]);

    /// <returns>False where it says so already.</returns>
    public static bool Write(Span<byte> stored, int at, ulong key)
    {
        if (Read(stored, at) == key) return false;
        BinaryPrimitives.WriteUInt64LittleEndian(stored[(at * sizeof(ulong))..], key);
        return true;
    }

    public static byte[] Empty() => new byte[Chunk * sizeof(ulong)];

    /// <summary>The one that would stand at a place if they were in order. Moves them about.</summary>
    public static ulong At(Span<ulong> keys, int place)
    {
        var (first, last) = (0, keys.Length - 1);
        while (first < last)
        {
            var (pivot, low, high) = (keys[first + ((last - first) / 2)], first, last);
            while (low <= high)
            {
                while (keys[low] < pivot) low++;
                while (keys[high] > pivot) high--;
                if (low > high) break;
                (keys[low], keys[high]) = (keys[high], keys[low]);
                (low, high) = (low + 1, high - 1);
            }
            if (place <= high) last = high;
            else if (place >= low) first = low;
            else return keys[place];
        }
        return keys[place];
    }
}

public enum SortKind { Submitted = 0, Changed = 1, Name = 2 }
