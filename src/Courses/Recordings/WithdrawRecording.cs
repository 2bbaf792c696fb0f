using CoopAssistant.Courses.Publishing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Recordings;

/// <summary>Takes a recording back: women read the text again. Who has it in her chat can still play it. Repeating it is harmless.</summary>
public sealed class WithdrawRecording(CoursesDb db, CourseShelf shelf, TimeProvider clock)
{
    /// <returns>False where there is none of this id.</returns>
    public async Task<bool> Handle(long recordingId, CancellationToken cancel)
    {
        if (await db.Recordings.SingleOrDefaultAsync(r => r.Id == recordingId, cancel) is not { } recording) return false;
        recording.Withdraw(clock.GetUtcNow());
        await db.SaveAsync(cancel);
        await shelf.Refresh(cancel);
        return true;
    }
}
