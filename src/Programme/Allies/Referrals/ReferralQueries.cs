namespace CoopAssistant.Programme.Allies.Referrals;

internal static class ReferralQueries
{
    /// <summary>What an institution knows of: its own, from when they were sent to it.</summary>
    public static IQueryable<Referral> OfAlly(this IQueryable<Referral> all, AllyId ally) => all.Where(r => r.AllyId == ally && r.SentAt != null);
}
