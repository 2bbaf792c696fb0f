using CoopAssistant.Courses.Publishing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Writing;

/// <summary>The last step of every publication: what was prepared is saved, and the shelf takes it up.</summary>
internal static class FinishPublishing
{
    /// <returns>A conflict where somebody saved or published meanwhile: then nothing is saved.</returns>
    public static async Task<PublishResult> Publish(this CoursesDb db, CourseShelf shelf, CancellationToken cancel)
    {
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            return PublishResult.Conflict;
        }
        await shelf.Refresh(cancel);
        return PublishResult.Published;
    }
}
