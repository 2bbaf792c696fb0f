using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations;

/// <summary>A list that a member of staff opens often: a name for its address.</summary>
public sealed class SavedView
{
    public const int LongestName = 60;
    public const int LongestAddress = 500;
    public const int Most = 20;

    private SavedView() { }

    internal SavedView(string staff, string name, string address) => (Staff, Name, Address) = (staff, name, address);

    public long Id { get; private set; }

    /// <summary>Staff id.</summary>
    public string Staff { get; private set; } = "";
    public string Name { get; private set; } = "";

    /// <summary>Path and query within the admin app.</summary>
    public string Address { get; private set; } = "";
}

/// <summary>A member of staff's own views.</summary>
public sealed class SavedViews(ProgrammeDb db)
{
    public async Task<IReadOnlyList<SavedView>> Of(string staff, CancellationToken cancel) =>
        await db.SavedViews.AsNoTracking().Where(v => v.Staff == staff).OrderBy(v => v.Name).ThenBy(v => v.Id).ToListAsync(cancel);

    /// <summary>A name used before takes the new address.</summary>
    /// <returns>False for an empty name or where there are <see cref="SavedView.Most"/> already.</returns>
    public async Task<bool> Save(string staff, string name, string address, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(address);
        var kept = name.Trim();
        if (kept.Length is 0 or > SavedView.LongestName || address.Length > SavedView.LongestAddress) return false;
        var before = await db.SavedViews.Where(v => v.Staff == staff).ToListAsync(cancel);
        db.SavedViews.RemoveRange(before.Where(v => v.Name == kept));
        if (before.Count(v => v.Name != kept) >= SavedView.Most) return false;
        db.SavedViews.Add(new SavedView(staff, kept, address));
        await db.SaveAsync(cancel);
        return true;
    }

    public Task Remove(string staff, long id, CancellationToken cancel) => db.SavedViews.Where(v => v.Staff == staff && v.Id == id).ExecuteDeleteAsync(cancel);
}
