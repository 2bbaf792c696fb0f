using CoopAssistant.Programme.Allies;
using CoopAssistant.Programme.Allies.Referrals;
using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Tests.Allies;

/// <summary>What tests do with institutions and referrals.</summary>
internal static class AllyHouse
{
    public const string Staff = "staff-1";
    public const string TheirStaff = "ally-1";
    public static readonly ConsentGiven InChat = new(7, "2026-1", "whatsapp", "es");

    public static async Task<AllyId> Ally(this House house, string code = "inadeh", string country = "PA")
    {
        await house.Do<KnowAllies>(know => know.Handle(CancellationToken.None));
        return await house.Ask<ProgrammeDb, AllyId>(db => db.Allies.Where(a => a.Country == country && a.Code == code).Select(a => a.Id).SingleAsync());
    }

    public static async Task<ReferralId> Refers(this House house, Woman woman, AllyId ally, params string[] fields)
    {
        var result = await house.Ask<Refer, Refer.Result>(refer => refer.Woman(woman.Registration, new(ally, "un curso de costura", fields.Length > 0 ? fields : ["nombres"], Staff, null), CancellationToken.None));
        Assert.Null(result.Problem);
        return result.Id!.Value;
    }

    public static Task Says(this House house, ReferralId referral, Woman woman, bool agrees) =>
        house.Do<AnswerSharing>(answer => answer.Answer(new(referral, woman.Participant, InChat), agrees, CancellationToken.None));

    public static Task TakesBack(this House house, ReferralId referral, Woman woman) =>
        house.Do<AnswerSharing>(answer => answer.Withdraw(new(referral, woman.Participant, InChat), CancellationToken.None));

    public static Task<ChangeResult> Serves(this House house, ReferralId referral, AllyId ally, Func<ServeReferral, ServeReferral.Request, Task<ChangeResult>> act, string? text = null) =>
        house.Ask<ServeReferral, ChangeResult>(serve => act(serve, new(referral, ally, TheirStaff, text)));

    public static Task<ReadReceived.Result?> Receives(this House house, ReferralId referral, AllyId ally) =>
        house.Ask<ReadReceived, ReadReceived.Result?>(read => read.Handle(referral, ally, CancellationToken.None));

    public static async Task<Referral> Stored(this House house, ReferralId referral, Territory? territory = null) =>
        (await house.Ask<ReadReferral, ReadReferral.Result?>(read => read.Handle(referral, territory, CancellationToken.None)))!.Referral;
}
