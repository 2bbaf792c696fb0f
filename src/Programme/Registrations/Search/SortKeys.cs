using System.Buffers.Binary;

namespace CoopAssistant.Programme.Registrations.Search;

/// <summary>By what registrations are put in order, as a number: of two, the lower comes first; of equals the rows say.</summary>
internal static class SortKeys
{
    /// <summary>Registrations of a row of <see cref="SearchKeys"/>.</summary>
    public const int Chunk = 1024;

    /// <summary>Rows of which the ends are in one row.</summary>
    private const int Ended = Chunk / 2;

    /// <summary>So many letters of a name are in its number, five bits each.</summary>
    private const int Letters = 12;

    /// <summary>Never 0, which is nobody's.</summary>
    public static long Of(Registration registration, SortKind kind) => kind switch
    {
        SortKind.Submitted => registration.SubmittedAt.UtcTicks,
        SortKind.Changed => registration.ChangedAt.UtcTicks,
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
    internal static long OfName(string name)
    {
        var (key, isEqual) = (0L, false);
        for (var at = 0; at < Letters; at++)
        {
            var letter = isEqual || at >= name.Length ? 0L : name[at] switch { ' ' => 1L, < 'a' => 2L, <= 'z' => name[at] - 'a' + 3L, _ => 29L };
            key = (key << 5) | letter;
            isEqual |= letter is 2 or 29;
        }
        return Math.Max(1, key);
    }

    /// <summary>In which row, and where in it, the lowest and then the highest of a row stand.</summary>
    public static (int Chunk, int At) Ends(int chunk) => (~(chunk / Ended), chunk % Ended * 2);

    public static long Read(ReadOnlySpan<byte> stored, int at) => BinaryPrimitives.ReadInt64LittleEndian(stored[(at * sizeof(long))..]);

    /// <returns>False where it says so already.</returns>
    public static bool Write(Span<byte> stored, int at, long key)
    {
        if (Read(stored, at) == key) return false;
        BinaryPrimitives.WriteInt64LittleEndian(stored[(at * sizeof(long))..], key);
        return true;
    }

    /// <summary>The lowest and the highest.</summary>
    public static (long Lowest, long Highest) EndsOf(ReadOnlySpan<byte> stored)
    {
        var (lowest, highest) = (long.MaxValue, 0L);
        for (var at = 0; at < Chunk; at++)
            if (Read(stored, at) is var key and not 0) (lowest, highest) = (Math.Min(lowest, key), Math.Max(highest, key));
        return (lowest, highest);
    }

    public static byte[] Empty() => new byte[Chunk * sizeof(long)];

    /// <summary>The one that would stand at a place if they were in order. Moves them about.</summary>
    public static long At(Span<long> keys, int place)
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
