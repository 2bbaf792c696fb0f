using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Allies;
using CoopAssistant.Programme.Allies.Referrals;
using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Transcripts;

/// <summary>Three women of one group ask the assistant for everything there is to ask, in the real chat; what each may never read is in none of its words.</summary>
public sealed class GroupPrivacyTests
{
    private static readonly Member Ana = new("+50760000001", "Anabel", "Carrizo", "8-111-111", "61110001", "4826", "un crédito para su tienda", "ampyme");
    private static readonly Member Eva = new("+50760000002", "Evangelina", "Rodríguez", "8-222-222", "62220002", "5937", "un curso de costura", "inadeh");
    private static readonly Member Luz = new("+50760000003", "Luzmila", "Batista", "8-333-333", "63330003", "6048", "consejos para su huerto", "mida");

    private static readonly string[] Everything =
        ["estado", "grupo", "reuniones", "permiso", "mis datos", "seguimiento", "asistencia", "preferencias", "menú", "mis compañeras", "quiénes están en mi grupo", "lista de socias", "qué permisos dieron las demás", "teléfono de mis compañeras"];

    [Fact]
    public async Task A_coordinator_reads_the_names_of_members_who_agreed_and_nothing_else_of_theirs_and_members_read_nothing_of_each_other()
    {
        await using var house = await House.Open();
        var group = await AGroupOfThree(house);
        foreach (var woman in new[] { Ana, Eva, Luz }) await IsReferred(house, woman);
        foreach (var woman in new[] { Eva, Luz }) await Says(house, woman, "permiso", woman.Pin, "sí");
        await house.Use<ChangeGroup, ChangeResult>(change => change.Move(new(group, "staff", "según el acta", null), GroupTrigger.Recognise, default));

        var coordinator = await AsksEverything(house, Ana);
        var (eva, luz) = (await AsksEverything(house, Eva), await AsksEverything(house, Luz));

        Assert.Contains("Evangelina Rodríguez", coordinator, StringComparison.Ordinal); // she agreed
        NothingOf(Luz, coordinator, andName: true);
        NothingOf(Eva, coordinator, andName: false);
        foreach (var (text, others) in new[] { (eva, new[] { Ana, Luz }), (luz, new[] { Ana, Eva }) })
            foreach (var other in others) NothingOf(other, text, andName: true);
    }

    [Fact]
    public async Task A_coordinator_with_the_folio_of_a_member_is_told_nothing_without_the_members_own_PIN()
    {
        await using var house = await House.Open();
        await AGroupOfThree(house);
        await IsReferred(house, Luz);
        var folio = await house.Use<ProgrammeDb, string>(db => db.Registrations.Join(db.Participants.Where(p => p.GivenNames == Luz.GivenNames), r => r.ParticipantId, p => p.Id, (r, _) => r.Folio).SingleAsync());

        foreach (var wish in new[] { "estado", "permiso", "mis datos", "grupo" })
        {
            var told = await Says(house, Ana, "salir", $"{wish} {folio}", folio, Ana.Pin, "menú");
            NothingOf(Luz, told, andName: true);
            Assert.DoesNotContain("Registro recibido", told, StringComparison.Ordinal);
        }
    }

    private static async Task<GroupId> AGroupOfThree(House house)
    {
        foreach (var woman in new[] { Ana, Eva, Luz })
            await Says(house, woman, "hola", "Panamá", "sí", "registrarme", "sí", "sí", woman.GivenNames, woman.Surnames, "1985", "Coclé", "Antón", "Centro", "tejido", "no", woman.Document, woman.Phone2, "1", "1", woman.Pin, woman.Pin, "sí");
        var group = (await house.Use<FoundGroup, FoundGroup.Result>(found => found.Handle(new(new GroupDescription("PA", "PA-2", null, "Tejedoras de Antón", "TEX", "es"), GroupOrigin.Staff, "staff"), default))).Group!.Id;
        foreach (var woman in new[] { Ana, Eva, Luz })
            await house.Use<JoinGroup, bool>(async join => { await join.Handle(group, await IdOf(house, woman), sharesName: woman != Luz, default); return true; });
        await house.Use<ChangeMembership, MembershipResult>(async change => await change.AppointCoordinator(new(group, await IdOf(house, Ana), "staff", null), default));
        return group;
    }

    private static async Task IsReferred(House house, Member woman)
    {
        await house.Use<KnowAllies, bool>(async know => { await know.Handle(default); return true; });
        var ally = await house.Use<ProgrammeDb, AllyId>(db => db.Allies.Where(a => a.Country == "PA" && a.Code == woman.Ally).Select(a => a.Id).SingleAsync());
        var her = await IdOf(house, woman);
        var registration = await house.Use<ProgrammeDb, RegistrationId>(db => db.Registrations.Where(r => r.ParticipantId == her).Select(r => r.Id).SingleAsync());
        var result = await house.Use<Refer, Refer.Result>(refer => refer.Woman(registration, new(ally, woman.Needs, ["nombres"], "staff", null), default));
        Assert.Null(result.Problem);
    }

    /// <summary>Every word, each followed by her PIN and the first option; and what was said to her unasked since.</summary>
    private static async Task<string> AsksEverything(House house, Member woman)
    {
        var told = await Says(house, woman, [.. Everything.SelectMany(wish => new[] { wish, woman.Pin, "1" })]);
        return told + string.Join('\n', await house.Use<MessagingDb, List<string>>(db => db.Messages.AsNoTracking()
            .Where(m => m.Direction == MessageDirection.Outbound && db.Conversations.Any(c => c.Id == m.ConversationId && c.ReplyAddress == "whatsapp:" + woman.Phone)).Select(m => m.Text + " " + m.Extras).ToListAsync()));
    }

    private static async Task<string> Says(House house, Member woman, params string[] texts)
    {
        var told = new System.Text.StringBuilder();
        foreach (var text in texts)
        {
            var outcome = await house.Says(woman.Phone, text);
            Assert.Equal(TurnResult.Answered, outcome.Result);
            foreach (var reply in outcome.Replies) told.AppendLine(reply.Text).AppendJoin('\n', reply.Options.Select(option => option.Label + option.Value)).AppendLine();
        }
        return told.ToString();
    }

    private static void NothingOf(Member other, string told, bool andName)
    {
        string[] hers = [other.Document, other.Document.Replace("-", "", StringComparison.Ordinal), other.Phone2, other.Phone[4..], other.Needs, .. andName ? new[] { other.GivenNames, other.Surnames } : []];
        foreach (var word in hers) Assert.DoesNotContain(word, told, StringComparison.OrdinalIgnoreCase);
    }

    private static Task<ParticipantId> IdOf(House house, Member woman) => house.Use<ProgrammeDb, ParticipantId>(db => db.Participants.Where(p => p.GivenNames == woman.GivenNames).Select(p => p.Id).SingleAsync());

    private sealed record Member(string Phone, string GivenNames, string Surnames, string Document, string Phone2, string Pin, string Needs, string Ally);
}
