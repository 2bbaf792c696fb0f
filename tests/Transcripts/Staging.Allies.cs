using System.Text.RegularExpressions;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Allies;
using CoopAssistant.Programme.Allies.Referrals;
using CoopAssistant.Programme.Communities;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Transcripts;

/// <summary>Referrals to institutions. The one made last is the one spoken of.</summary>
internal sealed partial class Staging
{
    private ReferralId _referral;

    /// <returns>Whether it could be done; null where this is no act of allies.</returns>
    private async Task<bool?> AllyAct(string text)
    {
        if (RefersWoman().Match(text) is { Success: true } woman) return await ReferWoman(FolioOf(woman.Groups["who"].Value), woman.Groups["to"].Value, woman.Groups["why"].Value, woman.Groups["what"].Value);
        if (RefersGroup().Match(text) is { Success: true } group)
            return await ReferGroup(group.Groups["group"].Value, FolioOf(group.Groups["who"].Value), group.Groups["to"].Value, group.Groups["why"].Value, group.Groups["what"].Value);
        if (Sees().IsMatch(text)) return await TellWhatItSees();
        return text switch
        {
            "La institución acepta." => await Serve((serve, request) => serve.Accept(request, CancellationToken.None)),
            "La institución rechaza: no hay cupo." => await Serve((serve, request) => serve.Reject(request with { Text = "no hay cupo" }, CancellationToken.None)),
            "La institución termina: atendida." => await Serve((serve, request) => serve.Finish(request, ReferralResult.Helped, CancellationToken.None)),
            "La institución termina: no la encontró." => await Serve((serve, request) => serve.Finish(request, ReferralResult.NotReached, CancellationToken.None)),
            _ => null,
        };
    }

    private async Task<bool> ReferWoman(string folio, string to, string why, string what)
    {
        var canonical = folio.Replace("-", "", StringComparison.Ordinal);
        var registration = await house.Use<ProgrammeDb, RegistrationId>(db => db.Registrations.Where(r => r.Folio == canonical).Select(r => r.Id).SingleAsync());
        return Made(await house.Use<Refer, Refer.Result>(async refer => await refer.Woman(registration, new(await AllyOf(to), why, what.Split(", "), Staff, null), CancellationToken.None)));
    }

    private async Task<bool> ReferGroup(string name, string folio, string to, string why, string what)
    {
        var (group, canonical) = (await GroupNamed(name), folio.Replace("-", "", StringComparison.Ordinal));
        var her = await house.Use<ProgrammeDb, ParticipantId>(db => db.Registrations.Where(r => r.Folio == canonical).Select(r => r.ParticipantId).SingleAsync());
        string[] fields = [SharedFields.GroupName, SharedFields.GroupSize, .. what.Split(", ")];
        return Made(await house.Use<Refer, Refer.Result>(async refer => await refer.Group(group, new(await AllyOf(to), why, fields, Staff, null) { Asks = [her] }, CancellationToken.None)));
    }

    private bool Made(Refer.Result result)
    {
        if (result.Id is not { } id) return false;
        _referral = id;
        return true;
    }

    private async Task<bool> Serve(Func<ServeReferral, ServeReferral.Request, Task<ChangeResult>> act)
    {
        var ally = await house.Use<ProgrammeDb, AllyId>(db => db.Referrals.Where(r => r.Id == _referral).Select(r => r.AllyId).SingleAsync());
        return await house.Use<ServeReferral, ChangeResult>(serve => act(serve, new(_referral, ally, "institución", null))) == ChangeResult.Changed;
    }

    private async Task<bool> TellWhatItSees()
    {
        var ally = await house.Use<ProgrammeDb, AllyId>(db => db.Referrals.Where(r => r.Id == _referral).Select(r => r.AllyId).SingleAsync());
        var received = await house.Use<ReadReceived, ReadReceived.Result?>(read => read.Handle(_referral, ally, CancellationToken.None));
        var values = received is null ? [] : received.Group.Concat(received.People.SelectMany(person => person.Values)).Select(value => value.Value).ToList();
        Note(values.Count == 0 ? "Nada." : string.Join("; ", values) + ".");
        return true;
    }

    private async Task<AllyId> AllyOf(string code)
    {
        await house.Use<KnowAllies, int>(know => know.Handle(CancellationToken.None));
        return await house.Use<ProgrammeDb, AllyId>(db => db.Allies.Where(a => a.Code == code).Select(a => a.Id).SingleAsync());
    }

    [GeneratedRegex(@"^La registradora deriva a (?<who>\{folio \d\}) a (?<to>\w+): (?<why>[^;]+); se daría (?<what>[\w, ]+)\.$", RegexOptions.None, 500)]
    private static partial Regex RefersWoman();

    [GeneratedRegex(@"^La registradora deriva el grupo (?<group>[^:]+?) a (?<to>\w+) y pregunta a (?<who>\{folio \d\}): (?<why>[^;]+); se daría (?<what>[\w, ]+)\.$", RegexOptions.None, 500)]
    private static partial Regex RefersGroup();

    [GeneratedRegex(@"^La institución mira qué ve\.$", RegexOptions.None, 500)]
    private static partial Regex Sees();
}
