using CoopAssistant.Courses.Learning;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Consents;
using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Data.Tests.Figures;

public sealed class SqliteFigureTests() : FigureTests(DatabaseKind.Sqlite);

public sealed class PostgresFigureTests() : FigureTests(DatabaseKind.Postgres);

/// <summary>Figures of an invented year beside the same counted one by one, in plain code.</summary>
public abstract class FigureTests(DatabaseKind kind)
{
    private static readonly DateOnly Start = new(2027, 3, 1);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Every_figure_is_what_counting_one_by_one_says(int seed)
    {
        await using var village = await Village.Of(kind, seed);
        await village.Do<CountFigures>(count => count.Handle(CancellationToken.None));
        var all = await Everything.Read(village);
        Assert.NotEmpty(all.Facts);

        foreach (var request in Requests())
        {
            var found = await village.Reads(request);
            var expected = all.Facts.Where(fact => fact.IsIn(request)).ToList();

            Assert.Equal(
                expected.GroupBy(fact => (fact.Kind, fact.Code)).Select(same => (same.Key.Kind, same.Key.Code, same.Count())).Order(),
                found.Sums.Where(sum => sum.Value > 0).Select(sum => (sum.Key.Kind, sum.Key.Code, sum.Value)).Order());
            Assert.Equal(
                expected.Where(fact => fact.Kind == FigureKind.Registered).GroupBy(fact => fact.Month).Select(same => (same.Key, same.Count())).Order(),
                found.ByMonth.Where(month => month.Value > 0).Select(month => (month.Key, month.Value)).Order());
            Assert.Equal(
                expected.Where(fact => fact.Kind == FigureKind.Registered).GroupBy(fact => (fact.Country, fact.Region)).Select(same => (same.Key.Country, same.Key.Region, same.Count())).Order(),
                found.ByRegion.Where(region => region.Count > 0).Select(region => (region.Country, region.Region, region.Count)).Order());
        }
    }

    [Fact]
    public async Task The_list_behind_a_figure_holds_as_many_registrations_as_it_says()
    {
        await using var village = await Village.Of(kind, seed: 3);
        await village.Do<CountFigures>(count => count.Handle(CancellationToken.None));
        foreach (var request in Requests().Where(request => request.Territory is null || request.Territory.Places.Count > 0))
        {
            var found = await village.Reads(request);
            var facts = new RegistrationFacts
            {
                Submitted = [.. new[] { "PA", "BO" }.Select(country => CountrySpan.Of(country, Village.ZoneOf(country), request.First, request.Last))],
            };
            Task<int> Listed(RegistrationFacts asked, RegistrationStatus? status = null) => village.Ask<FindRegistrations, int>(async find =>
                (await find.Page(new(request.Territory) { Country = request.Country, Region = request.Region, Status = status, Facts = asked }, CancellationToken.None)).Total);

            Assert.Equal(found.Of(FigureKind.Registered), await Listed(facts));
            Assert.Equal(found.Of(FigureKind.Grouped), await Listed(facts with { Stage = RegistrationStage.Grouped }));
            Assert.Equal(found.Of(FigureKind.InCooperative), await Listed(facts with { Stage = RegistrationStage.InCooperative }));
            var spans = facts.Submitted;
            Assert.Equal(found.Of(FigureKind.GroupFounded), await Groups(request, list => list with { Founded = spans }));
            Assert.Equal(found.Of(FigureKind.Recognised), await Groups(request, list => list with { Recognised = spans }));
            foreach (var (code, count) in found.Codes(FigureKind.Status)) Assert.Equal(count, await Listed(facts, Enum.Parse<RegistrationStatus>(code)));
            foreach (var (code, count) in found.Codes(FigureKind.Rubro)) Assert.Equal(count, await Listed(facts with { Rubro = code }));
            foreach (var (code, count) in found.Codes(FigureKind.Source)) Assert.Equal(count, await Listed(facts with { Source = code }));
            foreach (var (code, count) in found.Codes(FigureKind.Reviewed)) Assert.Equal(count, await Listed(facts with { Reviewed = code }));
            foreach (var (code, count) in found.Codes(FigureKind.Decided)) Assert.Equal(count, await Listed(facts with { Decided = code }));
            if (found.ByRegion.FirstOrDefault(region => region is { Country: "PA", Region: "" }) is { } none && request.Region is null)
                Assert.Equal(none.Count, await village.Ask<FindRegistrations, int>(async find =>
                    (await find.Page(new(request.Territory) { Country = "PA", Facts = facts with { WithoutRegion = true } }, CancellationToken.None)).Total));
        }

        Task<int> Groups(ReadFigures.Request request, Func<ListGroups.Request, ListGroups.Request> asked) => village.Ask<ListGroups, int>(async list =>
            (await list.Handle(asked(new(request.Territory) { Country = request.Country, Region = request.Region }), CancellationToken.None)).Total);
    }

    [Fact]
    public async Task What_is_corrected_or_erased_shows_when_it_is_counted_again()
    {
        await using var village = await Village.Of(kind, seed: 4, women: 30);
        await village.Do<CountFigures>(count => count.Handle(CancellationToken.None));
        await village.Do<ProgrammeDb>(db => db.Registrations.Where(r => r.Country == "PA").ExecuteUpdateAsync(set => set.SetProperty(r => r.RegionCode, "PA-4").SetProperty(r => r.PlaceCode, (string?)null).SetProperty(r => r.IsIndexed, false)));
        await village.Do<ProgrammeDb>(async db =>
        {
            var gone = await db.Registrations.OrderBy(r => r.SubmittedAt).Select(r => r.Id).Take(10).ToListAsync();
            await db.Registrations.Where(r => gone.Contains(r.Id)).ExecuteDeleteAsync();
        });

        await village.Do<CountFigures>(count => count.Handle(CancellationToken.None));

        var all = await Everything.Read(village);
        var found = await village.Reads(new(Start, Start.AddYears(5), null));
        Assert.Equal(all.Facts.Count(fact => fact.Kind == FigureKind.Registered), found.Of(FigureKind.Registered));
        Assert.Equal(["PA-4"], found.ByRegion.Where(region => region is { Country: "PA", Count: > 0 }).Select(region => region.Region));
    }

    private static IEnumerable<ReadFigures.Request> Requests()
    {
        var whole = new ReadFigures.Request(Start, Start.AddYears(5), null);
        yield return whole;
        yield return whole with { First = Start.AddMonths(2), Last = Start.AddMonths(2) };
        yield return whole with { Country = "PA" };
        yield return whole with { Country = "PA", Region = "PA-8", Last = Start.AddMonths(6) };
        yield return whole with { Territory = Territory.OfCountry("BO") };
        yield return whole with { Territory = Territory.OfRegions("PA-2", "BO-P") };
        yield return whole with { Territory = Territory.OfRegions("PA-2"), Country = "BO" };
        yield return whole with { Territory = Village.ChepoOnly };
        yield return whole with { Territory = new Territory([], ["BO-L"]) { Places = ["PA-8.chepo"] } };
    }

    private sealed record Fact(FigureKind Kind, string Code, string Country, string Region, string? Place, DateOnly Month)
    {
        public bool IsIn(ReadFigures.Request request) =>
            Month >= request.First && Month <= request.Last && (request.Country is null || request.Country == Country) && (request.Region is null || request.Region == Region)
            && (request.Territory is null || request.Territory.Covers(Country, Region, Place));
    }

    /// <summary>Counted one by one, from what the tables hold.</summary>
    private sealed record Everything(IReadOnlyList<Fact> Facts)
    {
        public static async Task<Everything> Read(Village village)
        {
            var facts = new List<Fact>();
            var registrations = await village.Ask<ProgrammeDb, List<Registration>>(db => db.Registrations.AsNoTracking().Include(r => r.Steps).ToListAsync());
            var groups = await village.Ask<ProgrammeDb, List<Group>>(db => db.Groups.AsNoTracking().AsSplitQuery().Include(g => g.Members).Include(g => g.Entries).ToListAsync());
            var links = await village.Ask<MessagingDb, List<ContactParticipant>>(db => db.ContactParticipants.AsNoTracking().ToListAsync());
            Registration? Newest(ParticipantId? woman) => registrations.Where(r => r.ParticipantId == woman).MaxBy(r => r.SubmittedAt);
            Registration? Home(long contact) => links.Where(l => l.ContactId == contact).MaxBy(l => l.LinkedAt) is { } link ? Newest(link.ParticipantId) : null;
            void Add(FigureKind kind, string? code, string country, string? region, string? place, DateTimeOffset at) =>
                facts.Add(new(kind, code ?? "", country, region ?? "", place, Months.Of(at, Village.ZoneOf(country.Length == 0 ? "BO" : country))));

            foreach (var r in registrations)
            {
                void Is(FigureKind kind, string? code = null) => Add(kind, code, r.Country, r.RegionCode, r.PlaceCode, r.SubmittedAt);
                var isGrouped = groups.Any(g => g.State != GroupState.Dissolved && g.Members.Any(m => m.ParticipantId == r.ParticipantId && m.State == MemberState.Member));
                var isInCooperative = groups.Any(g => g.State == GroupState.Cooperative && g.Members.Any(m => m.ParticipantId == r.ParticipantId && m.State == MemberState.Member));
                Is(FigureKind.Registered);
                Is(FigureKind.Status, r.Status.ToString());
                Is(FigureKind.Rubro, r.Rubro);
                Is(FigureKind.Source, r.Source);
                if (isGrouped) Is(FigureKind.Grouped);
                if (isInCooperative) Is(FigureKind.InCooperative);
                if (r.DaysToReview is { } review) Is(FigureKind.Reviewed, DayBand(review));
                else if (r.Status == RegistrationStatus.Received) Is(FigureKind.Reviewed, "no");
                if (r.DaysToDecision is { } decision) Is(FigureKind.Decided, DayBand(decision));
                else if (r.Status is RegistrationStatus.Received or RegistrationStatus.InReview or RegistrationStatus.InformationMissing) Is(FigureKind.Decided, "no");
                if (!r.IsInStatistics) continue;
                Is(FigureKind.PublicRegistered);
                Is(FigureKind.PublicRubro, r.Rubro);
                if (isGrouped) Is(FigureKind.PublicGrouped);
                if (isInCooperative) Is(FigureKind.PublicInCooperative);
            }
            foreach (var g in groups)
            {
                Add(FigureKind.GroupFounded, null, g.Country, g.RegionCode, g.PlaceCode, g.FoundedAt);
                foreach (var entry in g.Entries.Where(e => e.Code == "Recognise")) Add(FigureKind.Recognised, null, g.Country, g.RegionCode, g.PlaceCode, entry.At);
            }
            foreach (var c in await village.Ask<MessagingDb, List<Contact>>(db => db.Contacts.AsNoTracking().ToListAsync())) Add(FigureKind.Greeted, c.Channel.ToString(), "", null, null, c.CreatedAt);
            foreach (var c in (await village.Ask<ProgrammeDb, List<Consent>>(db => db.Consents.AsNoTracking().Where(c => c.IsGranted).ToListAsync())).Where(c => c.Purpose == ConsentPurpose.Registration).DistinctBy(c => c.ContactId))
                Add(FigureKind.Agreed, null, "", null, null, c.At);
            foreach (var m in await village.Ask<MessagingDb, List<Message>>(db => db.Messages.AsNoTracking().Where(m => m.Direction == MessageDirection.Outbound && m.Delivery != Delivery.None).ToListAsync()))
            {
                var home = Home(m.ConversationId);
                Add(FigureKind.Delivery, m.Delivery.ToString(), home?.Country ?? "", home?.RegionCode, home?.PlaceCode, m.At);
            }
            foreach (var t in await village.Ask<MessagingDb, List<Ticket>>(db => db.Tickets.AsNoTracking().ToListAsync()))
            {
                var home = Home(t.ConversationId);
                Add(FigureKind.Answered, t.MinutesToAnswer is { } minutes ? MinuteBand(minutes) : "no", home?.Country ?? t.Country ?? "", home?.RegionCode, home?.PlaceCode, t.OpenedAt);
            }
            var learners = await village.Ask<CoopDbContext, List<Enrolment>>(db => db.Set<Enrolment>().AsNoTracking().ToListAsync());
            foreach (var e in learners)
            {
                var home = Newest(e.ParticipantId);
                Add(FigureKind.LearningBegun, null, e.Country, home?.RegionCode, home?.PlaceCode, e.StartedAt);
                if (e.FinishedAt is { } end) Add(FigureKind.CourseFinished, null, e.Country, home?.RegionCode, home?.PlaceCode, end);
            }
            foreach (var l in await village.Ask<CoopDbContext, List<LessonRecord>>(db => db.Set<LessonRecord>().AsNoTracking().Where(l => l.FinishedAt != null).ToListAsync()))
            {
                var home = Newest(learners.Single(e => e.Id == l.EnrolmentId).ParticipantId);
                Add(FigureKind.LessonFinished, null, l.Country, home?.RegionCode, home?.PlaceCode, l.FinishedAt!.Value);
            }
            return new(facts);
        }

        private static string DayBand(int days) => days switch { 0 => "0", < 3 => "1", < 7 => "3", < 15 => "7", < 30 => "15", _ => "30" };

        private static string MinuteBand(int minutes) => minutes switch { < 15 => "0", < 60 => "15", < 240 => "60", < 480 => "240", _ => "480" };
    }
}
