namespace CoopAssistant.Programme.Audit;

/// <summary>Writes down what staff did where no changed record says so by itself: a sign-in, an export, many rows at once.</summary>
public sealed class RecordChange(ProgrammeDb db, TimeProvider clock)
{
    /// <param name="action">One of <see cref="ChangeAction"/>.</param>
    /// <param name="detail">Never a person's data.</param>
    public async Task Handle(string staff, string action, string subject, string? subjectId, string? detail, CancellationToken cancel)
    {
        db.ChangeEntries.Add(new ChangeEntry(staff, action, subject, subjectId, detail, clock.GetUtcNow()));
        await db.SaveAsync(cancel);
    }
}
