namespace CoopAssistant.Programme.Audit;

/// <summary>Somebody tried to change or remove an entry of the audit.</summary>
public sealed class AppendOnlyException : InvalidOperationException
{
    public AppendOnlyException() : base("Entries of the audit are added, never changed or removed.") { }
}
