using System.Net;
using System.Text.RegularExpressions;
using CoopAssistant.Courses;
using CoopAssistant.Courses.Learning;
using CoopAssistant.Courses.Statistics;
using CoopAssistant.Data;
using CoopAssistant.Data.Staff;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Messaging.Outbox;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Audit;
using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Admin.Tests.Figures;

public sealed partial class FiguresPageTests : IAsyncLifetime
{
    private AdminHost host = null!;

    public async Task InitializeAsync() => host = await AdminHost.Start();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Before_anybody_registers_the_page_says_so()
    {
        using var ana = await host.SignedIn();

        Assert.Contains("No hay cifras en este período", await ana.Read("/cifras"));
    }

    [Fact]
    public async Task Every_number_of_women_leads_to_a_list_of_as_many()
    {
        await AYear();
        using var ana = await host.SignedIn();

        var links = Links(await ana.Read("/cifras"));

        Assert.True(links.Count > 12, $"Only {links.Count} numbers lead anywhere.");
        foreach (var (address, count) in links.Where(link => link.Address.StartsWith("/registros?", StringComparison.Ordinal)))
            Assert.Equal((address, count), (address, Woman().Count(await ana.Read(address))));
        foreach (var (address, count) in links.Where(link => link.Address.StartsWith("/grupos?", StringComparison.Ordinal)))
            Assert.Equal((address, count), (address, GroupRow().Count(await ana.Read(address))));
    }

    [Fact]
    public async Task Every_number_of_answers_messages_and_learners_leads_to_a_list_of_as_many()
    {
        await AYear();
        await Talks();
        using var ana = await host.SignedIn();
        using var cocle = await host.SignedIn(email: "eva@ejemplo.gob.pa", country: "PA", region: "PA-2", role: StaffRole.RegionalDirector);
        foreach (var (visitor, page) in new[] { (ana, "/cifras"), (ana, "/cifras?pais=PA"), (ana, "/cifras?pais=PA&region=PA-2"), (cocle, "/cifras") })
        {
            var links = Links(await visitor.Read(page));
            foreach (var (room, rows) in new[] { ("/conversaciones?", TicketRow()), ("/envios?", SentRow()), ("/aprendizaje/mujeres?", LearnerRow()) })
            {
                var leading = links.Where(link => link.Address.StartsWith(room, StringComparison.Ordinal)).ToList();
                Assert.NotEmpty(leading);
                foreach (var (address, count) in leading) Assert.Equal((page, address, count), (page, address, rows.Count(await visitor.Read(address))));
            }
        }
        Assert.All(Links(await ana.Read("/cifras")), link => Assert.Contains('?', link.Address)); // none leads to a whole room
    }

    [Fact]
    public async Task Among_many_registrations_lists_of_messages_conversations_and_learners_take_their_total_from_what_was_counted()
    {
        await AYear();
        await Talks();
        await host.Seed.Do<CountFigures>(count => count.Handle(CancellationToken.None));
        await host.Seed.ManyRegistrations();
        var last = DateOnly.FromDateTime(new DateTime(host.Clock.GetUtcNow().Year, host.Clock.GetUtcNow().Month, 1));
        var first = last.AddMonths(-11);
        foreach (var (territory, region) in new (Territory?, string?)[] { (null, null), (null, "PA-2"), (Territory.OfCountry("PA"), null), (Territory.OfRegions("PA-2"), null), (Territory.OfRegions("PA-4"), null) })
        {
            CountrySpan[] spans = [CountrySpan.Of("PA", TimeZoneInfo.Utc, first, last), CountrySpan.Of("BO", TimeZoneInfo.Utc, first, last), CountrySpan.Of("", TimeZoneInfo.Utc, first, last)];
            var (sent, learnt) = (new ListSent.Request(Delivery.Read, spans, region, territory, 1), new ListLearners.Request(LearnedWhat.Begun, spans[..2], region, territory, 1));
            Assert.Equal(await Sent(sent), await Sent(sent with { Months = (first, last) }));
            Assert.Equal(await Learnt(learnt), await Learnt(learnt with { Months = (first, last) }));
            foreach (var band in WaitBands.Minutes.Codes.Append(WaitBands.None))
            {
                var facts = new AnsweredFacts(spans, region, band);
                Assert.Equal(await Waited(facts, territory), await Waited(facts with { Months = (first, last) }, territory));
            }
        }
        var all = new ListSent.Request(Delivery.Read, [CountrySpan.Of("PA", TimeZoneInfo.Utc, first, last)], null, null, 1);
        var before = await Sent(all);
        await host.Seed.WeSaid(await host.Seed.Ask<MessagingDb, long>(db => db.ContactParticipants.OrderBy(l => l.ContactId).Select(l => l.ContactId).LastAsync()), "¿Viene?", delivery: 8);

        Assert.True(before > 0);
        Assert.Equal((before + 1, before), (await Sent(all), await Sent(all with { Months = (first, last) })));

        Assert.Equal(1, await Waited(new([CountrySpan.Of("PA", TimeZoneInfo.Utc, first, last)], "PA-2", "0") { Months = (first, last) }, null));

        Task<int> Waited(AnsweredFacts facts, Territory? territory) => host.Seed.Ask<ListTickets, int>(async list => (await list.Handle(new(TicketFilter.Open, "ana", territory, 1) { Facts = facts }, CancellationToken.None)).Total);
        Task<int> Sent(ListSent.Request request) => host.Seed.Ask<ListSent, int>(async list => (await list.Handle(request, CancellationToken.None)).Total);
        Task<int> Learnt(ListLearners.Request request) => host.Seed.Ask<ListLearners, int>(async list => (await list.Handle(request, CancellationToken.None)).Total);
    }

    [Fact]
    public async Task Each_day_of_a_month_leads_to_its_women()
    {
        await AYear();
        using var ana = await host.SignedIn();
        using var cocle = await host.SignedIn(email: "eva@ejemplo.gob.pa", country: "PA", region: "PA-2", role: StaffRole.RegionalDirector);

        var (days, hers) = (Links(await ana.Read("/cifras/dias")), Links(await cocle.Read("/cifras/dias")));
        var before = Links(await ana.Read("/cifras/dias?hasta=" + host.Clock.GetUtcNow().AddMonths(-1).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture)));

        foreach (var (address, count) in days.Concat(before)) Assert.Equal((address, count), (address, Woman().Count(await ana.Read(address))));
        foreach (var (address, count) in hers) Assert.Equal((address, count), (address, Woman().Count(await cocle.Read(address))));
        Assert.Equal(8, days.Concat(before).Sum(day => day.Count)); // twelve days: this month and perhaps the one before
        Assert.Contains("Solo: registradas el", await ana.Read(days[^1].Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_narrows_to_a_period_a_country_and_a_region()
    {
        await AYear();
        using var ana = await host.SignedIn();

        Assert.Contains("Coclé", await ana.Read("/cifras?pais=PA"));
        Assert.DoesNotContain("La Paz, Bolivia", Shown(await ana.Read("/cifras?pais=PA")));
        Assert.Contains("La Paz, Bolivia", Shown(await ana.Read("/cifras?region=BO-L")));
        Assert.Contains("No hay cifras en este período", await ana.Read("/cifras?desde=2001-01&hasta=2001-12"));
        Assert.DoesNotContain("No hay cifras en este período", await ana.Read("/cifras?desde=lunes&hasta=nunca"));
    }

    [Fact]
    public async Task Staff_of_a_region_see_its_figures_alone_and_so_do_their_files()
    {
        await AYear();
        using var cocle = await host.SignedIn(email: "eva@ejemplo.gob.pa", country: "PA", region: "PA-2", role: StaffRole.RegionalDirector);
        using var bolivia = await host.SignedIn(email: "luz@ejemplo.gob.bo", country: "BO", role: StaffRole.Viewer);

        var (hers, asked, others) = (Shown(await cocle.Read("/cifras")), Shown(await cocle.Read("/cifras?region=BO-L")), Shown(await bolivia.Read("/cifras")));

        Assert.Contains("Coclé, Panamá", hers);
        Assert.DoesNotContain("Bolivia", hers);
        Assert.DoesNotContain("Saludaron", hers);
        Assert.Contains("No hay cifras en este período", asked);
        Assert.DoesNotContain("Panamá", others);
        Assert.DoesNotContain("Bolivia", await cocle.Read("/cifras/informe.csv"));
        Assert.DoesNotContain("Panamá", await bolivia.Read("/cifras/informe.csv"));
    }

    [Fact]
    public async Task Who_may_not_see_registrations_reads_the_numbers_without_links()
    {
        await AYear();
        using var editor = await host.SignedIn(email: "edita@ejemplo.org", role: StaffRole.ContentEditor);

        var page = Shown(await editor.Read("/cifras"));

        Assert.Contains("Por región", page);
        Assert.DoesNotContain("href=\"/registros", page);
    }

    [Fact]
    public async Task Counting_for_a_page_is_nobodys_deed_in_the_audit()
    {
        await AYear();
        using var ana = await host.SignedIn();
        await ana.Read("/cifras");

        var subjects = await host.Seed.Ask<ProgrammeDb, List<string>>(db => db.ChangeEntries.Select(e => e.Subject).Distinct().ToListAsync());

        Assert.DoesNotContain("Figure", subjects);
        Assert.DoesNotContain("FiguresStamp", subjects);
    }

    /// <summary>Women in two countries, over some months; a group, a cooperative, steps of staff.</summary>
    private async Task AYear()
    {
        await host.Seed.Contact();
        var women = new List<RegistrationId>();
        for (var n = 0; n < 6; n++)
        {
            women.Add(await host.Seed.Registration($"Ana {(char)('A' + n)}", "Ruiz", document: null));
            host.Clock.Pass(TimeSpan.FromDays(2));
        }
        await host.Seed.Registration("Wilma", "Quispe", "BO", "BO-L", place: null, document: null);
        await host.Seed.Registration("Rosa", "Ríos", "PA", region: null, place: null, document: null);
        await Moves(women[0], RegistrationTrigger.Review);
        await Moves(women[1], RegistrationTrigger.Review, RegistrationTrigger.Accept);
        await Moves(women[2], RegistrationTrigger.PutOnWaitingList);
        var group = await host.Seed.Group("Tejedoras de Antón");
        var member = await host.Seed.Ask<ProgrammeDb, ParticipantId>(db => db.Registrations.Where(r => r.Id == women[1]).Select(r => r.ParticipantId).SingleAsync());
        await host.Seed.Do<JoinGroup>(join => join.Handle(group, member, true, CancellationToken.None));
        await host.Seed.Do<ChangeGroup>(change => change.Move(new(group, "x", null, null), GroupTrigger.Recognise, CancellationToken.None));
        await host.Seed.Group("Panaderas de Natá", place: "PA-2.nata");
    }

    /// <summary>Conversations answered soon, late and not at all; messages that arrived or not; a learner.</summary>
    private async Task Talks()
    {
        host.Clock.Pass(new DateTimeOffset(2041, 3, 11, 15, 0, 0, TimeSpan.Zero) - host.Clock.GetUtcNow()); // a Monday at ten: offices are open
        var registration = await host.Seed.Registration("Petra", "Sosa", document: null, contact: await host.Seed.Contact("whatsapp:+50760001001"));
        var her = await host.Seed.Ask<ProgrammeDb, ParticipantId>(db => db.Registrations.Where(r => r.Id == registration).Select(r => r.ParticipantId).SingleAsync());
        var contacts = new List<long> { await host.Seed.Ask<MessagingDb, long>(db => db.ContactParticipants.Where(l => l.ParticipantId == her).Select(l => l.ContactId).SingleAsync()) };
        for (var n = 2; n < 5; n++) contacts.Add(await host.Seed.Contact($"whatsapp:+5076000100{n}"));
        foreach (var (contact, country, minutes) in new[] { (contacts[0], "PA", 5), (contacts[1], "PA", 130), (contacts[2], (string?)null, 20), (contacts[3], "BO", -1) })
        {
            await host.Seed.SheWrites(contact, "hola");
            var ticket = await host.Seed.Ticket(contact, country: country);
            if (minutes < 0) continue;
            host.Clock.Pass(TimeSpan.FromMinutes(minutes));
            await host.Seed.Do<ReplyToTicket>(reply => reply.Handle(new(ticket, "ana", "Buenos días"), CancellationToken.None));
        }
        await host.Seed.WeSaid(contacts[0], "¿Viene?", delivery: 8);
        await host.Seed.WeSaid(contacts[0], "¿Viene?", delivery: 9, errorCode: "63016");
        await host.Seed.WeSaid(contacts[2], "¿Viene?", delivery: 8);
        await host.Seed.Do<CoursesDb>(db =>
        {
            db.Enrolments.Add(Enrolment.Begin("curso", her, contacts[0], "PA", host.Clock.GetUtcNow()));
            db.Enrolments.Add(Enrolment.Begin("curso", null, contacts[3], "BO", host.Clock.GetUtcNow()));
            return db.SaveAsync(CancellationToken.None);
        });
    }

    private static List<(string Address, int Count)> Links(string page) => [.. Link().Matches(page).Select(match => (match.Groups["address"].Value, int.Parse(match.Groups["count"].Value, System.Globalization.CultureInfo.InvariantCulture)))];

    private async Task Moves(RegistrationId registration, params RegistrationTrigger[] triggers)
    {
        foreach (var trigger in triggers) await host.Seed.Do<MoveRegistration>(move => move.Handle(new(registration, trigger, "x", "x"), CancellationToken.None));
    }

    /// <summary>Without the filter, which names every place, and the definitions, which name every figure.</summary>
    private static string Shown(string page) =>
        page[page.IndexOf("</form>", page.IndexOf("role=\"search\"", StringComparison.Ordinal), StringComparison.Ordinal)..page.IndexOf("Qué cuenta cada cifra", StringComparison.Ordinal)];

    [GeneratedRegex("<a class=\"figure\"[^>]* href=\"(?<address>[^\"]*)\"[^>]*>(?<count>[0-9]+)<", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex("<a class=\"name\"[^>]* href=\"/registros/[0-9a-f-]{36}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Woman();

    [GeneratedRegex("<a class=\"name\"[^>]* href=\"/grupos/[0-9a-f-]{36}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GroupRow();

    [GeneratedRegex("id=\"abrir-[0-9]+\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TicketRow();

    [GeneratedRegex("data-label=\"Mensaje\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentRow();

    [GeneratedRegex("data-label=\"(Curso|Lección)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LearnerRow();
}
