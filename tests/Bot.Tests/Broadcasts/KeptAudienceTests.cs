using CoopAssistant.Data;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Broadcasts;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Bot.Tests.Broadcasts;

public sealed class KeptAudienceTests
{
    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    private static readonly BroadcastSegment[] Segments =
    [
        BroadcastHost.Everybody,
        BroadcastHost.Everybody with { Regions = ["PA-2"] },
        BroadcastHost.Everybody with { Places = ["PA-9.anton"], Office = "x" },
        BroadcastHost.Everybody with { Regions = [], Places = [], Office = "covers nothing" },
        BroadcastHost.Everybody with { Statuses = [RegistrationStatus.Closed] },
        BroadcastHost.Everybody with { Statuses = [RegistrationStatus.Received, RegistrationStatus.Accepted] },
        BroadcastHost.Everybody with { Rubro = "ALI" },
        BroadcastHost.Everybody with { Language = "ngb" },
        BroadcastHost.Everybody with { InGroup = GroupFilter.InOne },
        BroadcastHost.Everybody with { InGroup = GroupFilter.InNone },
        BroadcastHost.Everybody with { Learning = LearningFilter.NotBegun },
        BroadcastHost.Everybody with { Learning = LearningFilter.Begun },
        BroadcastHost.Everybody with { Learning = LearningFilter.Finished },
        BroadcastHost.Everybody with { Regions = ["PA-2"], Rubro = "TEX", InGroup = GroupFilter.InNone, Learning = LearningFilter.Begun },
        new() { Country = "BO" },
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Among_many_women_every_segment_is_counted_as_the_database_counts_it(DatabaseKind kind)
    {
        await using var host = await BroadcastHost.Start(kind);
        await SomeOfAll(host);
        var asked = await CountAll(host);
        await Many(host, kind);

        var before = await CountAll(host);
        await host.Do<KeptAudience>(kept => kept.WhenOld(default));
        var counted = await CountAll(host);

        Assert.All(before, result => Assert.True(result.IsCounting));
        Assert.All(asked.Zip(counted), pair =>
        {
            Assert.NotNull(pair.Second.CountedAt);
            Assert.Equal(pair.First.LeftOut, pair.Second.LeftOut);
            Assert.Equal(pair.First, pair.Second with { CountedAt = null, LeftOut = pair.First.LeftOut });
        });
        Assert.True(asked.Select(result => (result.Women, result.Reached)).Distinct().Count() > 8, "The segments differ.");
    }

    [Fact]
    public async Task Among_many_women_the_window_closes_with_time_and_the_counted_number_confirms()
    {
        await using var host = await BroadcastHost.Start();
        await host.Woman("Ana", await host.Phone(TimeSpan.FromHours(23)));
        await host.Woman("Luz", await host.Phone(channel: Channel.Web));
        await Many(host, DatabaseKind.Sqlite);
        var draft = await host.Draft();
        var unread = await host.Use<SteerBroadcast, SteerResult>(steer => steer.Confirm(draft, 0, null, default));
        await host.Do<KeptAudience>(kept => kept.WhenOld(default));

        var now = await host.Count(draft);
        host.Clock.Advance(TimeSpan.FromHours(2));
        var later = await host.Count(draft);
        var confirmed = await host.Use<SteerBroadcast, SteerResult>(steer => steer.Confirm(draft, later.Reached, null, default));

        Assert.Equal(SteerResult.OtherCount, unread);
        Assert.Equal((2, 1), (now.Reached, later.Reached));
        Assert.Equal([(Unreachable.WindowClosed, 1)], later.LeftOut);
        Assert.Equal(SteerResult.Done, confirmed);
    }

    private static async Task<List<CountAudience.Result>> CountAll(BroadcastHost host)
    {
        var results = new List<CountAudience.Result>();
        foreach (var segment in Segments)
            foreach (var isTemplate in new[] { false, true }) results.Add(await host.Use<CountAudience, CountAudience.Result>(count => count.Handle(segment, isTemplate, default)));
        return results;
    }

    /// <summary>More registrations of another country than a page goes through.</summary>
    private static Task Many(BroadcastHost host, DatabaseKind kind) => host.Do<CoopDbContext>(async db =>
    {
        var (id, at, no) = kind == DatabaseKind.Sqlite ? ("upper(printf('00000000-0000-7000-8000-%012x', i))", "'2027-01-01 00:00:00'", "0") : ("('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid", "timestamptz '2027-01-01 00:00:00+00'", "false");
        const string All = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <= 20000)";
#pragma warning disable EF1002 // constant texts of this class
        await db.Database.ExecuteSqlRawAsync($"{All} INSERT INTO participants (id, country, given_names, surnames, pin_hash, language, prefers_audio, failed_proofs, created_at, version) SELECT {id}, 'XX', 'Mujer', 'Inventada', '', 'es', {no}, 0, {at}, 0 FROM n");
        await db.Database.ExecuteSqlRawAsync($"{All} INSERT INTO registrations (id, participant_id, folio, country, status, has_group, search_name, search_text, answers_json, submitted_at, changed_at, has_duplicate_document, is_indexed, is_in_statistics, version) SELECT {id}, {id}, 'XX' || i, 'XX', 0, {no}, 'mujer', 'mujer', '[]', {at}, {at}, {no}, {(kind == DatabaseKind.Sqlite ? "1" : "true")}, {no}, 0 FROM n");
#pragma warning restore EF1002
    });

    /// <summary>Shared phones, two phones of one woman, two registrations of another, all reasons to be left out, groups that last and that do not, learners.</summary>
    private static async Task SomeOfAll(BroadcastHost host)
    {
        var shared = await host.Phone();
        var ana = await host.Woman("Ana", shared);
        var eva = await host.Woman("Eva", shared, region: "PA-9");
        var iris = await host.Woman("Iris", await host.Phone(TimeSpan.FromDays(3)), rubro: "ALI");
        var luz = await host.Woman("Luz", await host.Phone(TimeSpan.FromDays(3), Channel.Web), language: "ngb");
        await host.Woman("Mar", await host.Phone(), agrees: false, rubro: "ALI");
        var (gone, failing) = (await host.Phone(), await host.Phone(TimeSpan.FromDays(5)));
        await host.Woman("Nora", gone);
        await host.Woman("Olga", contact: null, language: "ngb");
        var paz = await host.Woman("Paz", failing, region: "PA-9");
        var closed = await host.Woman("Rut", await host.Phone());
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await host.Phone(TimeSpan.FromMinutes(5));
        await host.Do<LinkParticipant>(link => link.Handle(second, ana, default)); // she proved herself on another phone: news still go to the first
        await host.Do<MessagingDb>(async db => { (await db.Conversations.SingleAsync(c => c.Id == gone)).OptOut(); await db.SaveAsync(default); });
        await host.Do<ProgrammeDb>(db => db.Registrations.Where(r => r.ParticipantId == closed).ExecuteUpdateAsync(set => set.SetProperty(r => r.Status, RegistrationStatus.Closed)));
        await host.Do<CoopDbContext>(async db =>
        {
            var again = Guid.NewGuid(); // Iris registered twice
            await db.Database.ExecuteSqlAsync($"INSERT INTO registrations (id, participant_id, folio, country, status, region_code, place_code, rubro, has_group, search_name, search_text, answers_json, submitted_at, changed_at, has_duplicate_document, is_indexed, is_in_statistics, version) SELECT {again}, participant_id, 'PA-again', country, 3, 'PA-9', 'PA-9.anton', 'TEX', has_group, search_name, search_text, answers_json, submitted_at, changed_at, has_duplicate_document, is_indexed, is_in_statistics, version FROM registrations WHERE participant_id = {iris.Value}");
            var (at, lasts, ended) = (host.Clock.GetUtcNow().UtcDateTime, Guid.NewGuid(), Guid.NewGuid());
            foreach (var (group, state) in new[] { (lasts, 0), (ended, 9) })
                await db.Database.ExecuteSqlAsync($"INSERT INTO groups (id, country, name, plain_name, rubro, language, state, origin, code, founded_at, changed_at, version) VALUES ({group}, 'PA', 'G', 'g', 'TEX', 'es', {state}, 0, {group.ToString()}, {at}, {at}, 1)");
            foreach (var (group, woman, state) in new[] { (lasts, ana, 1), (lasts, luz, 0), (ended, paz, 1) })
                await db.Database.ExecuteSqlAsync($"INSERT INTO group_members (group_id, participant_id, state, shares_name, since) VALUES ({group}, {woman.Value}, {state}, {false}, {at})");
            DateTime? none = null;
            foreach (var (woman, finished) in new[] { (ana, none), (eva, at), (iris, none) })
                await db.Database.ExecuteSqlAsync($"INSERT INTO enrolments (course_id, participant_id, country, region, started_at, last_at, finished_at, lessons_done, version) VALUES ('c', {woman.Value}, 'PA', '', {at}, {at}, {finished}, 1, 1)");
            await db.Database.ExecuteSqlAsync($"UPDATE conversations SET out_of_reach_since = {at} WHERE id = {failing}");
        });
    }
}
