namespace CoopAssistant.Programme.Registrations.PaperLists;

internal static class PaperListQueries
{
    /// <summary>One's own lists, and for who answers for the country those of colleagues.</summary>
    public static IQueryable<PaperList> VisibleTo(this IQueryable<PaperList> lists, string staff, Territory? territory)
    {
        if (territory is null) return lists;
        var countries = territory.Countries.ToList();
        return lists.Where(l => l.UploadedBy == staff || countries.Contains(l.Country));
    }
}
