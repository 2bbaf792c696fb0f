using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Tests.Groups;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Tests.Registrations;

/// <summary>Invented women of two countries who register over two years by chance, are reviewed, found groups and leave them: every fact that figures count occurs.</summary>
internal sealed class FactsVillage(House house, int seed)
{
    private static readonly (string Country, string? Region, string? Place)[] Homes =
        [("PA", "PA-2", "PA-2.anton"), ("PA", "PA-8", "PA-8.chepo"), ("PA", "PA-8", null), ("PA", null, null), ("BO", "BO-L", "BO-L.x"), ("BO", null, null)];

    private static readonly string?[] Rubros = ["TEX", "ALI", null], Sources = [RegistrationSource.WhatsApp, RegistrationSource.Web, "afiche:PA-1", null];
    private static readonly string[] Names = ["Zulema Ríos", "Marta Vega", "Ana Díaz"];
    private readonly Random _random = new(seed);
    private readonly List<(Woman Woman, string Country)> _women = [];
    private readonly List<(GroupId Id, string Country)> _groups = [];

    public async Task Lives(int women)
    {
        foreach (var country in new[] { "PA", "PA", "PA", "BO", "BO" }) _groups.Add((await house.AGroup($"Grupo {_groups.Count}", country, country == "PA" ? "PA-2" : "BO-L"), country));
        for (var n = 0; n < women; n++)
        {
            house.Clock.Advance(TimeSpan.FromMinutes(_random.Next(1, 20_000)));
            await Registers();
            await SomethingHappens();
        }
    }

    public async Task SomethingHappens()
    {
        var (woman, country) = _women[_random.Next(_women.Count)];
        var group = _groups.Where(g => g.Country == country).ElementAt(_random.Next(2)).Id;
        switch (_random.Next(5))
        {
            case 0 when await MayJoin(group, woman): await house.Joins(group, woman); break;
            case 1: await house.Do<ChangeMembership>(change => change.Leave(new(group, woman.Participant, "staff", "x"), CancellationToken.None)); break;
            case 2 when _random.Next(3) == 0: await house.MovesGroup(_groups[_random.Next(_groups.Count)].Id, (GroupTrigger)_random.Next(6), "x"); break;
            case 3: await house.Do<AssignRegistrations>(assign => assign.Handle(new([woman.Registration], "rosa", null), CancellationToken.None)); break;
            default: await IsHandled(woman); break;
        }
    }

    private Task<bool> MayJoin(GroupId group, Woman woman) => house.Ask<ProgrammeDb, bool>(db => db.Groups.AnyAsync(g => g.Id == group && (g.State == GroupState.Forming || g.State == GroupState.Cooperative)
        && !db.GroupMembers.Any(m => m.ParticipantId == woman.Participant && (m.Seat != null || (m.GroupId == group && m.State == MemberState.Member)))));

    private async Task Registers()
    {
        var (country, region, place) = Homes[_random.Next(Homes.Length)];
        var woman = new Woman(ParticipantId.New(house.Clock), RegistrationId.New(house.Clock), Folio.Draw(country));
        var name = Names[_random.Next(Names.Length)];
        await house.Do<SubmitRegistration>(submit => submit.Handle(
            new(woman.Participant, woman.Registration, woman.Folio, country, name.Split(' ')[0], name.Split(' ')[1], 1990, null, "", null, "es", false,
                new SubmittedAnswers("[]", Plain.Of(name), region, place, "El Peñón", Rubros[_random.Next(Rubros.Length)])) { Source = Sources[_random.Next(Sources.Length)] },
            CancellationToken.None));
        _women.Add((woman, country));
    }

    private async Task IsHandled(Woman woman)
    {
        for (var steps = _random.Next(1, 4); steps > 0; steps--)
        {
            house.Clock.Advance(TimeSpan.FromHours(_random.Next(1, 300)));
            await house.Moves(woman, (RegistrationTrigger)_random.Next((int)RegistrationTrigger.Undo + 1), "x");
        }
    }

    /// <summary>Every fact alone, and as many by chance together, with all else that staff may set beside them.</summary>
    public async Task<List<FindRegistrations.Request>> Requests()
    {
        var facts = await Facts();
        var pairs = facts.Select(one => Both(Both(one, facts[_random.Next(facts.Count)]), facts[_random.Next(facts.Count)]));
        return [.. facts.Select(fact => new FindRegistrations.Request(null) { Facts = fact }), .. facts.Concat(pairs).Select(Beside)];
    }

    private FindRegistrations.Request Beside(RegistrationFacts facts) => new(_random.Next(4) switch { 0 => Territory.OfCountry("PA"), 1 => new(["BO"], ["PA-2"]) { Places = ["PA-8.chepo"] }, _ => null })
    {
        Facts = facts, Country = _random.Next(4) == 0 ? "PA" : null, Region = _random.Next(6) == 0 ? "PA-8" : null, Text = _random.Next(3) == 0 ? "zulema" : null,
        Status = _random.Next(3) == 0 ? (RegistrationStatus)_random.Next(4) : null, AssignedTo = _random.Next(8) == 0 ? "rosa" : null,
        Order = (RegistrationOrder)_random.Next(4), Skip = _random.Next(3) == 0 ? 5 : 0, Take = _random.Next(2) == 0 ? 5 : 25,
    };

    private async Task<List<RegistrationFacts>> Facts()
    {
        var packs = await house.Ask<ProgrammePacks, IReadOnlyList<ProgrammePack>>(all => Task.FromResult(all.All));
        var (first, today) = (DateOnly.FromDateTime(_women[0].Woman.Registered()), DateOnly.FromDateTime(house.Clock.GetUtcNow().UtcDateTime));
        IReadOnlyList<CountrySpan> Spans(DateOnly from, int months) => [.. packs.Select(pack => CountrySpan.Of(pack.Country.Code, pack.Country.TimeZone, Months.Of(from), Months.Of(from).AddMonths(months)))];
        IReadOnlyList<CountrySpan> Day(DateOnly day) => [.. packs.Select(pack => CountrySpan.OfDay(pack.Country.Code, pack.Country.TimeZone, day))];
        return
        [
            .. new[] { "TEX", "ALI", "", "XYZ" }.Select(code => new RegistrationFacts { Rubro = code }),
            .. new[] { "whatsapp", "web", "afiche:PA-1", "", "x" }.Select(code => new RegistrationFacts { Source = code }),
            .. WaitBands.Days.Codes.Append(WaitBands.None).Append("2").SelectMany(band => new[] { new RegistrationFacts { Reviewed = band }, new RegistrationFacts { Decided = band } }),
            .. Enum.GetValues<RegistrationStage>().Select(stage => new RegistrationFacts { Stage = stage }),
            new() { WithoutRegion = true },
            new() { Submitted = [] }, new() { Submitted = Spans(first, 0) }, new() { Submitted = Spans(first.AddMonths(2), 14) }, new() { Submitted = [Spans(first, 5)[0]] }, new() { Submitted = Spans(new(today.Year, 1, 1), 11) },
            .. Enumerable.Range(0, 4).Select(_ => new RegistrationFacts { Submitted = Day(DateOnly.FromDateTime(_women[_random.Next(_women.Count)].Woman.Registered())) }),
        ];
    }

    private static RegistrationFacts Both(RegistrationFacts one, RegistrationFacts other) => new()
    {
        Submitted = one.Submitted ?? other.Submitted, Rubro = one.Rubro ?? other.Rubro, Source = one.Source ?? other.Source, Stage = one.Stage ?? other.Stage,
        Reviewed = one.Reviewed ?? other.Reviewed, Decided = one.Decided ?? other.Decided, WithoutRegion = one.WithoutRegion || other.WithoutRegion,
    };
}

internal static class WomanRegistered
{
    /// <summary>When, as her id says.</summary>
    public static DateTime Registered(this Woman woman) => DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(woman.Registration.Value.ToString("N")[..12], 16)).UtcDateTime;
}
