using CoopAssistant.Programme;
using CoopAssistant.Programme.Meetings;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>What dialogs read of meetings and training, once she is in them; everyday turns never come here.</summary>
internal sealed class MeetingReading(IServiceScopeFactory scopes)
{
    /// <summary>Meetings she is expected at, the next first; see <see cref="ReadOwnMeetings"/>.</summary>
    public Task<IReadOnlyList<ReadOwnMeetings.Own>> Of(ParticipantId her, DateTimeOffset now, CancellationToken cancel) =>
        Use<ReadOwnMeetings, IReadOnlyList<ReadOwnMeetings.Own>>(read => read.Handle(her, now, cancel));

    public Task<IReadOnlyList<ReadOwnMeetings.Kept>> All(ParticipantId her, CancellationToken cancel) =>
        Use<ReadOwnMeetings, IReadOnlyList<ReadOwnMeetings.Kept>>(read => read.All(her, cancel));

    public Task<ReadOwnMeetings.Own?> Find(MeetingId meeting, ParticipantId her, DateTimeOffset now, CancellationToken cancel) =>
        Use<ReadOwnMeetings, ReadOwnMeetings.Own?>(read => read.Find(meeting, her, now, cancel));

    public Task<FindMeetingByCode.Result> ByCode(AttendanceCode code, ParticipantId her, string? country, DateTimeOffset now, CancellationToken cancel) =>
        Use<FindMeetingByCode, FindMeetingByCode.Result>(find => find.Handle(code, her, country, now, cancel));

    public Task<Training> Training(ParticipantId her, CancellationToken cancel) => Use<ReadTraining, Training>(read => read.OfWoman(her, cancel));

    public Task<Sessions> Sessions(ParticipantId her, GroupId group, CancellationToken cancel) => Use<ReadTraining, Sessions>(read => read.SessionsOf(her, group, cancel));

    private async Task<TResult> Use<TUseCase, TResult>(Func<TUseCase, Task<TResult>> use) where TUseCase : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }
}
