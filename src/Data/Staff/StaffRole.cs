namespace CoopAssistant.Data.Staff;

/// <summary>What somebody of the staff is here for. What each may do is said in one place: <c>RolePermissions</c> of the admin app. The numbers are stored.</summary>
public enum StaffRole
{
    /// <summary>Looks, with personal data masked.</summary>
    Viewer = 0,

    /// <summary>Works for an institution that helps: sees what was referred to it, of that what was shared, and nothing else.</summary>
    Ally = 1,
    Adviser = 2,
    ContentEditor = 3,
    Registrar = 4,
    RegionalDirector = 5,
    Administrator = 9,
}
