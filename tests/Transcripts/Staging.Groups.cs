using System.Globalization;
using System.Text.RegularExpressions;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Groups.Formalities;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Places;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Transcripts;

/// <summary>What staff do with groups, and women who register outside the conversation that is told.</summary>
internal sealed partial class Staging
{
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);

    /// <returns>Whether it could be done; null where this is no act of groups.</returns>
    private async Task<bool?> GroupAct(string text)
    {
        if (RegistersQuietly().Match(text) is { Success: true } one) return await Register(one.Groups["who"].Value, one.Groups["phone"].Value, one.Groups["place"].Value);
        if (Others().Match(text) is { Success: true } many) return await RegisterOthers(int.Parse(many.Groups["n"].Value, CultureInfo.InvariantCulture), many.Groups["place"].Value);
        if (AcceptsProposal().Match(text) is { Success: true } proposal) return await AcceptProposal(proposal.Groups["name"].Value);
        if (Invites().Match(text) is { Success: true } invites) return await Invite(FolioOf(invites.Groups["who"].Value), invites.Groups["group"].Value);
        if (Coordinates().Match(text) is { Success: true } leads) return await Appoint(FolioOf(leads.Groups["who"].Value), leads.Groups["group"].Value);
        if (OthersJoin().Match(text) is { Success: true } join) return await LetOthersJoin(join.Groups["group"].Value);
        if (GroupMoves().Match(text) is { Success: true } moves) return await MoveGroup(moves.Groups["group"].Value, GroupTriggers[moves.Groups["what"].Value]);
        if (StepMoves().Match(text) is { Success: true } steps) return await MoveStep(steps.Groups["group"].Value, steps.Groups["what"].Value, steps.Groups["code"].Value, steps.Groups["detail"].Value);
        if (OthersEnter().Match(text) is { Success: true } enter) return await RegisterOthers(int.Parse(enter.Groups["n"].Value, CultureInfo.InvariantCulture), enter.Groups["place"].Value, enter.Groups["group"].Value);
        if (Elects().Match(text) is { Success: true } elects) return await Elect(elects.Groups["group"].Value, FolioOf(elects.Groups["who"].Value), elects.Groups["body"].Value, elects.Groups["office"].Value, elects.Groups["until"].Value);
        if (Plans().Match(text) is { Success: true } plans) return await PlanFormality(plans.Groups["group"].Value, plans.Groups["code"].Value, DateOnly.Parse(plans.Groups["on"].Value, CultureInfo.InvariantCulture));
        if (Formalities().Match(text) is { Success: true } formal) return await DoFormality(formal.Groups["group"].Value, formal.Groups["what"].Value, formal.Groups["code"].Value);
        return null;
    }

    /// <summary>"hace: asamblea" today, "no hizo: asamblea".</summary>
    private async Task<bool> DoFormality(string name, string what, string code)
    {
        var request = new RecordFormality.Request(await GroupNamed(name), code, Staff, "según el acta", null);
        var today = DateOnly.FromDateTime(house.Clock.GetUtcNow().UtcDateTime.AddHours(-5));
        return await house.Use<RecordFormality, FormalityResult>(record => what == "hace" ? record.Done(request, today, CancellationToken.None) : record.Undo(request, CancellationToken.None)) == FormalityResult.Changed;
    }

    /// <summary>"planea: asamblea-ordinaria, 2027-09-20".</summary>
    private async Task<bool> PlanFormality(string name, string code, DateOnly on)
    {
        var request = new RecordFormality.Request(await GroupNamed(name), code, Staff, "lo acordaron", null);
        return await house.Use<RecordFormality, FormalityResult>(record => record.Plan(request, on, CancellationToken.None)) == FormalityResult.Changed;
    }

    /// <summary>"elige a {folio 1}: junta-directores/presidenta, hasta 2029-03-01".</summary>
    private async Task<bool> Elect(string name, string folio, string body, string office, string until)
    {
        var request = new ChangeOfficer.Request(await GroupNamed(name), Staff, "según el acta", null);
        var (woman, today) = (await OwnerOf(folio), DateOnly.FromDateTime(house.Clock.GetUtcNow().UtcDateTime.AddHours(-5)));
        var last = until.Length > 0 ? DateOnly.Parse(until, CultureInfo.InvariantCulture) : (DateOnly?)null;
        return (await house.Use<ChangeOfficer, ChangeOfficer.Result>(change => change.Elect(request, body, office, woman, today, last, CancellationToken.None))).Outcome == OfficerResult.Changed;
    }

    /// <summary>"empieza PA-1.2", "termina BO-2.1", "anota en PA-1.2: 2027-03-20, Escuela El Valle", "salta PA-1.1: motivo".</summary>
    private async Task<bool> MoveStep(string name, string what, string code, string detail)
    {
        var request = new ChangeStep.Request(await GroupNamed(name), code, Staff, detail.Length > 0 ? detail : null, null);
        var noted = detail.Split(", ", 2);
        var result = await house.Use<ChangeStep, ChangeStep.Result>(change => what switch
        {
            "empieza" => change.Begin(request, CancellationToken.None),
            "termina" => change.Finish(request, CancellationToken.None),
            "salta" => change.Skip(request, CancellationToken.None),
            _ => change.Note(request with { Reason = null }, DateOnly.TryParseExact(noted[0], "yyyy-MM-dd", out var on) ? new(on, noted.ElementAtOrDefault(1), null, null) : new(null, null, detail, null), CancellationToken.None),
        });
        foreach (var condition in result.Unmet) Note("Falta antes: " + condition switch
        {
            EntryCondition.StepBefore before => before.Name,
            EntryCondition.Founders few => $"{few.Needed} socias, y son {few.Members}",
            _ => "el reconocimiento de la cooperativa",
        } + ".");
        return result.Outcome == StepResult.Changed;
    }

    private static readonly Dictionary<string, GroupTrigger> GroupTriggers = new(StringComparer.Ordinal)
    {
        ["ya es cooperativa"] = GroupTrigger.Recognise, ["queda en pausa"] = GroupTrigger.Pause, ["sigue"] = GroupTrigger.Resume,
    };

    /// <summary>Through the chat as everybody, told in one line.</summary>
    private async Task<bool> Register(string who, string phone, string place)
    {
        var (names, pack) = (who.Split(' ', 2), PackOf(place, out var found));
        string[] says =
        [
            "hola", pack.Country.Name, "sí", "registrarme", "sí", "sí", names[0], names[1], "1985", pack.Places.Find(found.Parent)!.Name, found.Name, "Centro", "tejido", "no", "después", "este", "1", "1", "4826", "4826", "sí",
        ];
        foreach (var text in says)
        {
            var outcome = await house.Says(NumberOf(phone), text);
            _contacts[phone] = outcome.ContactId;
            foreach (var reply in outcome.Replies) Hidden(reply.Text);
        }
        _lastMessage = await house.Use<Messaging.MessagingDb, long>(async db => await db.Messages.MaxAsync(m => m.Id));
        Note($"Su folio es {_folios.Last().Value}.");
        return true;
    }

    /// <param name="enter">The group they enter with its code; null for none.</param>
    private async Task<bool> RegisterOthers(int count, string place, string? enter = null)
    {
        var pack = PackOf(place, out var found);
        for (var i = 0; i < count; i++)
        {
            var (participant, registration) = (ParticipantId.New(house.Clock), RegistrationId.New(house.Clock));
            var answers = new SubmittedAnswers("[]", "otra", pack.Places.RegionOf(found.Code), found.Code, "Centro", "TEX");
            await house.Use<SubmitRegistration, bool>(async submit =>
            {
                await submit.Handle(new(participant, registration, Programme.Registrations.Folio.Draw(pack.Country.FolioPrefix), pack.Country.Code, $"Mujer {i}", "Inventada", 1990, null, Pin.Hash("4826"), null, "es", false, answers), CancellationToken.None);
                return true;
            });
            if (enter is null) continue;
            var group = await GroupNamed(enter);
            await house.Use<JoinGroup, bool>(async join => { await join.Handle(group, participant, sharesName: false, CancellationToken.None); return true; });
        }
        return true;
    }

    private async Task<bool> AcceptProposal(string name)
    {
        var line = (await house.Use<ListProposals, ListProposals.Result>(list => list.Handle(null, CancellationToken.None))).Lines.FirstOrDefault();
        if (line is null) return false;
        var proposal = line.Proposal;
        var result = await house.Use<DecideProposal, DecideProposal.Result>(decide => decide.Accept(new(proposal.Country, proposal.Key, name, proposal.Women, Staff, null), CancellationToken.None));
        Note($"Se invita a {result.Asked} mujeres. Para fundar se piden normalmente {line.Founders}.");
        return result.Outcome == ProposalResult.Accepted;
    }

    private async Task<bool> Invite(string folio, string name)
    {
        var group = await GroupNamed(name);
        return await house.Use<InviteToGroup, InviteResult>(invite => invite.Handle(new(group, folio, Staff, null, null), CancellationToken.None)) == InviteResult.Asked;
    }

    private async Task<bool> Appoint(string folio, string name)
    {
        var group = await GroupNamed(name);
        var woman = await OwnerOf(folio);
        return await house.Use<ChangeMembership, MembershipResult>(change => change.AppointCoordinator(new(group, woman, Staff, null), CancellationToken.None)) == MembershipResult.Changed;
    }

    /// <summary>Who was asked and is not part of this conversation says yes.</summary>
    private async Task<bool> LetOthersJoin(string name)
    {
        var group = await GroupNamed(name);
        var told = (await house.Use<Messaging.MessagingDb, List<ParticipantId>>(db => db.ContactParticipants.Select(c => c.ParticipantId).ToListAsync())).ToHashSet();
        var asked = await house.Use<ProgrammeDb, List<ParticipantId>>(db => db.GroupMembers.Where(m => m.GroupId == group && m.State == MemberState.Invited).Select(m => m.ParticipantId).ToListAsync());
        foreach (var woman in asked.Where(woman => !told.Contains(woman)))
            await house.Use<AnswerInvitation, bool>(async answer => { await answer.Handle(new(group, woman, Accepts: true, SharesName: false), CancellationToken.None); return true; });
        return true;
    }

    private async Task<bool> MoveGroup(string name, GroupTrigger trigger)
    {
        var group = await GroupNamed(name);
        return await house.Use<ChangeGroup, ChangeResult>(change => change.Move(new(group, Staff, "según el plan", null), trigger, CancellationToken.None)) == ChangeResult.Changed;
    }

    private Task<GroupId> GroupNamed(string name) => house.Use<ProgrammeDb, GroupId>(db => db.Groups.Where(g => g.Name == name).Select(g => g.Id).SingleAsync());

    private Task<ParticipantId> OwnerOf(string folio)
    {
        var canonical = folio.Replace("-", "", StringComparison.Ordinal);
        return house.Use<ProgrammeDb, ParticipantId>(db => db.Registrations.Where(r => r.Folio == canonical).Select(r => r.ParticipantId).SingleAsync());
    }

    private string FolioOf(string name) => _folios.First(known => known.Value == name).Key;

    private ProgrammePack PackOf(string place, out Place found)
    {
        var packs = house.Packs;
        foreach (var pack in packs.All)
            if (pack.Places.All.FirstOrDefault(p => p.Name == place && p.Level == 2) is { } here)
            {
                found = here;
                return pack;
            }
        throw new FormatException($"No country has a place called {place}.");
    }

    /// <summary>Codes are drawn by chance: the first becomes {código 1}.</summary>
    private string WithoutCodes(string text) => Code().Replace(text, found =>
    {
        if (found.Value == "123-4567") return found.Value;
        if (!_codes.TryGetValue(found.Value, out var name)) _codes[found.Value] = name = $"{{código {_codes.Count + 1}}}";
        return name;
    });

    [GeneratedRegex(@"^(?<who>[\p{L} ]+) \((?<phone>[\p{L}]+ \d)\) se registra en (?<place>[\p{L} ]+)\.$", RegexOptions.None, 500)]
    private static partial Regex RegistersQuietly();

    [GeneratedRegex(@"^Otras (?<n>\d+) mujeres se registran en (?<place>[\p{L} ]+)\.$", RegexOptions.None, 500)]
    private static partial Regex Others();

    [GeneratedRegex(@"^Otras (?<n>\d+) mujeres se registran en (?<place>[\p{L} ]+) y entran al grupo (?<group>.+) con su código\.$", RegexOptions.None, 500)]
    private static partial Regex OthersEnter();

    [GeneratedRegex(@"^El grupo (?<group>.+) elige a (?<who>\{folio \d\}): (?<body>[a-z-]+)/(?<office>[a-z-]+)(?:, hasta (?<until>\d{4}-\d\d-\d\d))?\.$", RegexOptions.None, 500)]
    private static partial Regex Elects();

    [GeneratedRegex(@"^El grupo (?<group>.+) planea: (?<code>[a-z-]+), (?<on>\d{4}-\d\d-\d\d)\.$", RegexOptions.None, 500)]
    private static partial Regex Plans();

    [GeneratedRegex(@"^La registradora acepta el grupo propuesto: (?<name>.+)\.$", RegexOptions.None, 500)]
    private static partial Regex AcceptsProposal();

    [GeneratedRegex(@"^La registradora invita a (?<who>\{folio \d\}) al grupo (?<group>.+)\.$", RegexOptions.None, 500)]
    private static partial Regex Invites();

    [GeneratedRegex(@"^La registradora nombra coordinadora a (?<who>\{folio \d\}) en el grupo (?<group>.+)\.$", RegexOptions.None, 500)]
    private static partial Regex Coordinates();

    [GeneratedRegex(@"^Las demás invitadas al grupo (?<group>.+) dicen que sí\.$", RegexOptions.None, 500)]
    private static partial Regex OthersJoin();

    [GeneratedRegex(@"^El grupo (?<group>.+) (?<what>ya es cooperativa|queda en pausa|sigue)\.$", RegexOptions.None, 500)]
    private static partial Regex GroupMoves();

    [GeneratedRegex(@"^El grupo (?<group>.+) (?<what>hace|no hizo): (?<code>[a-z-]+)\.$", RegexOptions.None, 500)]
    private static partial Regex Formalities();

    [GeneratedRegex(@"^El grupo (?<group>.+) (?<what>empieza|termina|salta|anota en) (?<code>[A-Z]{2}-[\d.]+)(?:: (?<detail>.+)|\.)$", RegexOptions.None, 500)]
    private static partial Regex StepMoves();

    [GeneratedRegex(@"\b\d{3}-\d{4}\b", RegexOptions.None, 500)]
    private static partial Regex Code();
}
