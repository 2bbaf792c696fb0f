namespace CoopAssistant.Programme.Registrations.PaperLists;

public enum PaperListState
{
    /// <summary>Read and found good; nothing is registered yet.</summary>
    Checked = 0,
    Importing = 1,
    Imported = 2,

    /// <summary>Its registrations were taken away again.</summary>
    Undone = 3,
}

/// <summary>A list on paper that somebody typed into a spreadsheet and brought in.</summary>
public sealed class PaperList
{
    public const int LongestFileName = 80;

    private PaperList() { }

    internal PaperList(string country, string office, string fileName, string author, DateTimeOffset at) =>
        (Country, OfficeCode, FileName, UploadedBy, UploadedAt) = (country, office, Identity.FreeText.Shorten(fileName, LongestFileName), author, at);

    public long Id { get; private set; }
    public string Country { get; private set; } = "";

    /// <summary>The office that answers for the list.</summary>
    public string OfficeCode { get; private set; } = "";
    public string FileName { get; private set; } = "";

    /// <summary>Staff id.</summary>
    public string UploadedBy { get; private set; } = "";
    public DateTimeOffset UploadedAt { get; private set; }
    public PaperListState State { get; private set; }
    public int Version { get; private set; }

    /// <summary>False where it was begun, or undone, before.</summary>
    internal bool Begin() => Become(PaperListState.Importing, State == PaperListState.Checked);

    internal bool Finish() => Become(PaperListState.Imported, State == PaperListState.Importing);

    internal bool Undo() => Become(PaperListState.Undone, State == PaperListState.Imported);

    private bool Become(PaperListState state, bool may)
    {
        if (!may) return false;
        State = state;
        Version++;
        return true;
    }
}
