using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Service;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Data.Tests.Service;

public sealed class EscalationTests
{
    private static readonly (string Country, string? Region, string? Place)[] Places =
    [
        ("PA", "PA-2", "PA-2.anton"), ("PA", "PA-8", "PA-8.chepo"), ("PA", "PA-8", "PA-8.panama"), ("PA", "PA-NB", null), ("PA", null, null), ("BO", "BO-L", "BO-L"), ("BO", "BO-P", null),
    ];

    /// <summary>The condition for the database and the clock itself may not disagree about anybody.</summary>
    [Theory, InlineData(DatabaseKind.Sqlite), InlineData(DatabaseKind.Postgres)]
    public async Task The_database_finds_late_exactly_who_is_late_by_the_clock_of_her_office(DatabaseKind kind)
    {
        await using var house = await ServiceHouse.On(kind);
        var random = new Random(7);
        await Sets(house, "PA", "cocle", "Monday 07:00-13:00;Saturday 08:00-10:00", answer: 60, review: 300);
        await Sets(house, "PA", "panama-este", "Tuesday 08:00-16:00", answer: 30, review: 60);
        await Sets(house, "BO", "potosi", "Monday 08:00-18:00;Sunday 08:00-20:00", answer: 600, review: 900);
        foreach (var (country, region, place) in Places)
            for (var n = 0; n < 4; n++)
            {
                house.Clock.Advance(TimeSpan.FromMinutes(random.Next(20, 600)));
                var (participant, _) = await house.Registers(country, region, place);
                await house.Asks(country, participant);
                await house.Asks(random.Next(2) == 0 ? null : country);
            }

        for (var day = 0; day < 12; day++)
        {
            house.Clock.Advance(TimeSpan.FromMinutes(random.Next(100, 1500)));
            var now = house.Clock.GetUtcNow();
            var book = await house.Ask<ReadServiceBook, ServiceBook>(read => read.Handle(CancellationToken.None));
            foreach (var level in Enum.GetValues<ServiceLevel>())
            {
                var registrations = await house.Ask<ProgrammeDb, List<Registration>>(db => db.Registrations.AsNoTracking().ToListAsync());
                var late = registrations.Where(r => book.Of(r.Country, r.RegionCode, r.PlaceCode)!.Read(ServiceKind.Review, r.SubmittedAt, now).Late >= level).Select(r => r.Id).ToHashSet();
                var found = await house.Ask<FindRegistrations, FindRegistrations.Result>(find => find.Handle(new(null) { Late = level, Take = 200 }, CancellationToken.None));
                Assert.Equal(late.Order(Comparer<RegistrationId>.Create((a, b) => a.Value.CompareTo(b.Value))), found.Rows.Select(r => r.Id).Order(Comparer<RegistrationId>.Create((a, b) => a.Value.CompareTo(b.Value))));

                var tickets = await house.Ask<MessagingDb, List<Ticket>>(db => db.Tickets.AsNoTracking().ToListAsync());
                var waiting = tickets.Where(t => book.Of(t.Country, t.RegionCode, t.PlaceCode)!.Read(ServiceKind.Answer, t.WaitingSince!.Value, now).Late >= level).Select(t => t.Id).Order();
                var filter = level == ServiceLevel.Director ? TicketFilter.Overdue : TicketFilter.Escalated;
                var page = await house.Ask<ListTickets, TicketPage>(list => list.Handle(new(filter, "ana", null, 1, 200), CancellationToken.None));
                Assert.Equal(waiting, page.Lines.Select(line => line.Id).Order());
                Assert.Equal(page.Total, page.Lines.Count);
            }
        }
    }

    [Theory, InlineData(DatabaseKind.Sqlite), InlineData(DatabaseKind.Postgres)]
    public async Task What_waits_too_long_is_written_down_once_a_level_and_ends_when_it_is_served(DatabaseKind kind)
    {
        await using var house = await ServiceHouse.On(kind);
        var (participant, registration) = await house.Registers("PA", "PA-2", "PA-2.anton");
        var ticket = await house.Asks("PA", participant);

        await Escalates(house);
        Assert.Empty(await All(house));

        house.Clock.Advance(TimeSpan.FromHours(4.5)); // Monday half past two
        await Escalates(house);
        await Escalates(house);
        Assert.Equal([(ticket, ServiceLevel.Director)], (await All(house)).Select(e => (e.TicketId ?? 0, e.Level)));

        house.Clock.Advance(TimeSpan.FromDays(7)); // the next Monday: five days of work later
        await Escalates(house);
        await Escalates(house);
        var all = await All(house);
        Assert.Equal(2, all.Count(e => e.TicketId == ticket));
        Assert.Equal([ServiceLevel.Director], all.Where(e => e.RegistrationId == registration).Select(e => e.Level));
        Assert.All(all, e => Assert.Equal(("PA", "PA-2"), (e.Country, e.RegionCode)));

        await house.Ask<CloseTicket, TicketResult>(close => close.Handle(ticket, CancellationToken.None));
        await house.Ask<MoveRegistration, MoveResult>(move => move.Handle(new(registration, RegistrationTrigger.Review, "staff", null), CancellationToken.None));
        await Escalates(house);
        Assert.All(await All(house), e => Assert.NotNull(e.EndedAt));
        Assert.Equal(3, (await All(house)).Count);
    }

    [Theory, InlineData(DatabaseKind.Sqlite), InlineData(DatabaseKind.Postgres)]
    public async Task Where_no_director_answers_administration_is_shown_it_at_the_first_limit_and_no_director_ever(DatabaseKind kind)
    {
        await using var house = await ServiceHouse.On(kind);
        var (participant, _) = await house.Registers("PA", "PA-8", "PA-8.chepo");
        var ticket = await house.Asks("PA", participant);

        house.Clock.Advance(TimeSpan.FromHours(4.5));
        await Escalates(house);
        house.Clock.Advance(TimeSpan.FromDays(7));
        await Escalates(house);

        Assert.Equal([(ticket, ServiceLevel.Administrator)], (await All(house)).Where(e => e.TicketId != null).Select(e => (e.TicketId ?? 0, e.Level)));
    }

    [Fact]
    public async Task Answering_times_are_working_time()
    {
        await using var house = await ServiceHouse.On(DatabaseKind.Sqlite);
        var (participant, _) = await house.Registers("PA", "PA-2", "PA-2.anton");
        house.Clock.Advance(TimeSpan.FromHours(5.5)); // half past three, half an hour before closing
        var ticket = await house.Asks("PA", participant);
        house.Clock.Advance(TimeSpan.FromHours(17)); // half past eight the next morning

        await house.Ask<ReplyToTicket, ReplyResult>(reply => reply.Handle(new(ticket, "staff", "Buenos días"), CancellationToken.None));

        Assert.Equal(60, await house.Ask<MessagingDb, int?>(db => db.Tickets.Where(t => t.Id == ticket).Select(t => t.MinutesToAnswer).SingleAsync()));
    }

    [Theory]
    [InlineData("cocle", 0, ScheduleResult.Changed)]
    [InlineData("panama-este", 0, ScheduleResult.NotFound)]
    [InlineData("central", 0, ScheduleResult.NotFound)]
    [InlineData("cocle", 3, ScheduleResult.ChangedMeanwhile)]
    public async Task A_director_sets_only_the_offices_of_the_own_territory_and_overwrites_nobody(string office, int seen, ScheduleResult expected)
    {
        await using var house = await ServiceHouse.On(DatabaseKind.Sqlite);

        var result = await house.Ask<ChangeSchedule, ScheduleResult>(change => change.Set(
            new("PA", office, "director", Territory.OfRegions("PA-2"), seen), OpeningHours.Read("Monday 09:00-10:00"), new(60, null, null, null), CancellationToken.None));

        Assert.Equal(expected, result);
    }

    [Fact]
    public async Task A_closed_day_counts_from_the_moment_it_is_set_and_no_more_once_it_is_taken_back()
    {
        await using var house = await ServiceHouse.On(DatabaseKind.Sqlite);
        var day = new DateOnly(2027, 3, 8);
        Task<bool> IsOpen() => house.Ask<ReadServiceBook, bool>(async read => (await read.Handle(CancellationToken.None)).Find("PA", "cocle")!.Calendar.IsOpenAt(house.Clock.GetUtcNow()));
        var request = new ChangeSchedule.Request("PA", "cocle", "director", null);

        var before = await IsOpen();
        var closed = await house.Ask<ChangeSchedule, ScheduleResult>(change => change.Close(request, day, day.AddDays(1), "Duelo", CancellationToken.None));
        var during = await IsOpen();
        var tooLong = await house.Ask<ChangeSchedule, ScheduleResult>(change => change.Close(request, day, day.AddDays(100), "Obras", CancellationToken.None));
        var opened = await house.Ask<ChangeSchedule, ScheduleResult>(change => change.Open(request, day, CancellationToken.None));

        Assert.Equal((true, false, true), (before, during, await IsOpen()));
        Assert.Equal((ScheduleResult.Changed, ScheduleResult.NotPossible, ScheduleResult.Changed), (closed, tooLong, opened));
        Assert.Equal(3, (await house.Ask<ReadSchedule, OfficeSchedule?>(read => read.Handle("PA", "cocle", CancellationToken.None)))!.Entries.Count);
    }

    private static async Task Escalates(ServiceHouse house)
    {
        await house.Do<EscalateTickets>(tickets => tickets.Handle(CancellationToken.None));
        await house.Do<EscalateRegistrations>(registrations => registrations.Handle(CancellationToken.None));
    }

    private static Task<List<Escalation>> All(ServiceHouse house) => house.Ask<ProgrammeDb, List<Escalation>>(db => db.Escalations.AsNoTracking().OrderBy(e => e.Id).ToListAsync());

    private static Task Sets(ServiceHouse house, string country, string office, string hours, int answer, int review) => house.Do<ChangeSchedule>(change => change.Set(
        new(country, office, "director", null), OpeningHours.Read(hours), new(answer, answer * 3, review, null), CancellationToken.None));
}
