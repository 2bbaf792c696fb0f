namespace CoopAssistant.Programme.Audit;

/// <summary>Writes down that a member of staff uncovered personal data. To be called before the data is shown: what cannot be recorded is not shown.</summary>
public sealed class RecordAccess(ProgrammeDb db, TimeProvider clock)
{
    /// <param name="what">What was uncovered, never its value.</param>
    public async Task Handle(string staff, RegistrationId registration, string what, CancellationToken cancel)
    {
        db.AccessEntries.Add(new AccessEntry(staff, registration, what, clock.GetUtcNow()));
        await db.SaveAsync(cancel);
    }
}
