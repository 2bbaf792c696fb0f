using System.Text.RegularExpressions;
using CoopAssistant.Data;
using CoopAssistant.Data.Staff;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Broadcasts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Allies.Agreements;
using CoopAssistant.Programme.Allies.Commitments;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Groups.Files;
using CoopAssistant.Programme.Meetings;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Posters;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Admin.Tests.Access;

/// <summary>What lies in one country of the seeded programme, one of each kind, and a word that stands in all of it and in nothing else.</summary>
internal sealed partial class World(string country, string region, string office, string place, string word)
{
    private readonly Dictionary<string, string> _numbers = new(StringComparer.Ordinal);

    public string Country => country;
    public string Region => region;
    public string Office => office;
    public string Word => word;

    public static async Task<World> Seeded(AdminHost host, string country, string region, string office, string place, string word)
    {
        var (world, seed) = (new World(country, region, office, place, word), host.Seed);
        var contact = await seed.Contact($"whatsapp:+{(country == "PA" ? "50760001234" : "59171234567")}", $"Doña {word}");
        var registration = await seed.Registration(word, "Ortega", country, region, place, document: null, phone: null, community: $"{word} arriba", contact: contact);
        var other = await seed.Registration(word, "Segunda", country, region, place, document: null, phone: null, community: $"{word} abajo");
        await seed.SheWrites(contact, $"hola, soy {word}");
        await seed.WeSaid(contact, $"Aviso para {word}", delivery: 9, errorCode: "63016");
        world._numbers["registros"] = registration.Value.ToString();
        world._numbers["Other"] = other.Value.ToString();
        world._numbers["conversaciones"] = $"{await seed.Ticket(contact, country: country)}";
        world._numbers["envios"] = $"{await seed.Ask<MessagingDb, long>(db => db.Messages.Where(m => m.ConversationId == contact && m.Delivery == Delivery.Failed).Select(m => m.Id).SingleAsync())}";
        world._numbers["codigo"] = host.Services.GetRequiredService<ProgrammePacks>().Find(country)!.Papers[0].Code;
        await world.Groups(host);
        await world.Reaches(seed);
        await world.Helps(host, other);
        await host.Staff($"Colega {word}", $"colega-{country}@ejemplo.gob.pa", country, StaffRole.Registrar, region: region);
        world._numbers["personal"] = await seed.Ask<CoopDbContext, string>(db => db.Users.Where(u => u.DisplayName == $"Colega {word}").Select(u => u.Id).SingleAsync());
        return world;
    }

    private async Task Groups(AdminHost host)
    {
        var seed = host.Seed;
        var community = await seed.Community($"Comunidad {word}", country, place);
        var group = await seed.Group($"Grupo {word}", community, country, place);
        var member = await seed.Woman(word, "Tercera", country, place);
        await seed.Do<JoinGroup>(join => join.Handle(group, member.Participant, true, CancellationToken.None));
        await seed.Do<AddGroupFile>(add => add.Handle(new(group, $"Acta de {word}.pdf", null, "%PDF-1.7 a"u8.ToArray(), "x", null), CancellationToken.None));
        var meeting = await seed.Meeting(group, host.Clock, TimeSpan.FromDays(2), new(MeetingKind.Workshop, $"Taller de {word}"));
        (_numbers["comunidades"], _numbers["grupos"], _numbers["reuniones"]) = (community.Value.ToString(), group.Value.ToString(), meeting.Value.ToString());
        _numbers["archivo"] = await seed.Ask<ProgrammeDb, string>(async db => (await db.GroupFiles.SingleAsync(f => f.GroupId == group)).Id.Value.ToString());
    }

    private async Task Reaches(Seed seed)
    {
        var poster = (await seed.Ask<MakePoster, MakePoster.Result>(make => make.Handle(new($"Feria de {word}", "x", null) { Elsewhere = (country, region) }, CancellationToken.None))).Id;
        _numbers["afiches"] = $"{poster}";
        _numbers["difusiones"] = await seed.Ask<MessagingDb, string>(async db =>
        {
            var draft = Broadcast.Draft($"Aviso de {word}", new BroadcastSegment { Country = country, Regions = [region] }, new BroadcastMessage([new("es", null, $"Hola de {word}")], []), "x", TimeProvider.System.GetUtcNow());
            db.Broadcasts.Add(draft);
            await db.SaveAsync(CancellationToken.None);
            return $"{draft.Id}";
        });
    }

    private async Task Helps(AdminHost host, RegistrationId registration)
    {
        var (seed, ally, today) = (host.Seed, await host.Ally(country), DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime));
        var agreement = (await seed.Ask<SignAgreement, SignAgreement.Result>(sign => sign.Handle(
            new(ally, new($"Cursos de {word}", "1", null, today.AddDays(-9), today.AddDays(70), null, [new(Party.Ministry, "convoca")]), "x", null), CancellationToken.None))).Id!.Value;
        await seed.Do<PromiseCommitment>(promise => promise.Handle(new(ally, $"Aula de {word}", new(new(Guid.Parse(_numbers["grupos"])), null, agreement, today.AddDays(9)), "x", null), CancellationToken.None));
        (_numbers["aliadas"], _numbers["convenios"]) = (ally.Value.ToString(), agreement.Value.ToString());
        _numbers["compromisos"] = await seed.Ask<ProgrammeDb, string>(async db => (await db.Commitments.SingleAsync(c => c.What == $"Aula de {word}")).Id.Value.ToString());
        _numbers["derivaciones"] = _numbers["recibidas"] = (await seed.Refer(registration, ally)).Value.ToString();
    }

    /// <summary>The address with what lies here in place of its parameters.</summary>
    public string Fill(string route)
    {
        var filled = Parameter().Replace("/" + route.TrimStart('/'), at => Uri.EscapeDataString(Number(route, at.Groups["name"].Value)));
        return filled.StartsWith("/textos/oficina/", StringComparison.Ordinal) ? $"{filled}?pais={country}" : filled;
    }

    /// <summary>Each kind of number is named once here: a new one has to be, too.</summary>
    private string Number(string route, string parameter)
    {
        var rooms = route.Trim('/').Split('/').TakeWhile(part => !part.StartsWith('{')).ToArray();
        return (string.Join('/', rooms), parameter.ToLowerInvariant()) switch
        {
            (_, "format") => "csv",
            (_, "other") => _numbers["Other"],
            (_, "archivo") => _numbers["archivo"],
            (_, "question") => "comunidad",
            ("registros/listas" or "registros/vistas" or "conversaciones/respuestas", _) => "1",
            ("descargas", _) => Guid.Empty.ToString(),
            (_, "mensaje") => _numbers["envios"],
            (_, "cual") => "0",
            (_, "codigo") => _numbers["codigo"],
            ("difusiones/precios", _) => country,
            ("horarios", "country" or "pais") => country,
            ("horarios", "office" or "oficina") => office,
            ("textos", "kind") => "oficina",
            ("textos", "name") => office,
            ("cursos", "courseid") => "gestion-cooperativa",
            ("cursos", "lessonid" or "part") => "5.1",
            ("cursos", "language" or "file") => "quh",
            ("cursos/voces" or "textos/voces", _) => "ninguna",
            (var room, "id") when _numbers.GetValueOrDefault(rooms[^1]) is { } number => number,
            var (room, name) => throw new InvalidOperationException($"What stands for {{{name}}} in /{room}? Name it in {nameof(World)}, so that the matrix visits {route} with what is hers and with what is not."),
        };
    }

    [GeneratedRegex("{(?<name>[A-Za-z]+)(?::[a-z]+)?}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
