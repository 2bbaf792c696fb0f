namespace CoopAssistant.Admin.Access;

/// <summary>
/// What may be done, as names of authorization policies: pages and endpoints ask for one of these, never for a role.
/// Who has which is said in <see cref="RolePermissions"/>; what of the country it reaches is the account's territory.
/// </summary>
public static class Permission
{
    /// <summary>See registrations, with document and phone masked.</summary>
    public const string SeeRegistrations = nameof(SeeRegistrations);

    /// <summary>Uncover what is masked; each look is written down.</summary>
    public const string SeePersonalData = nameof(SeePersonalData);

    /// <summary>Move registrations on, correct answers, write notes, judge duplicates.</summary>
    public const string ReviewRegistrations = nameof(ReviewRegistrations);

    /// <summary>Take registrations out as a file, or bring paper lists in.</summary>
    public const string ExchangeRegistrations = nameof(ExchangeRegistrations);

    /// <summary>Read conversations and answer in them.</summary>
    public const string AnswerConversations = nameof(AnswerConversations);

    /// <summary>See which conversations wait longer than the service promises.</summary>
    public const string SuperviseService = nameof(SuperviseService);

    /// <summary>Set hours, closed days and targets of the offices of the own territory.</summary>
    public const string SetOfficeHours = nameof(SetOfficeHours);

    /// <summary>See what could not be delivered and send it again.</summary>
    public const string SeeDeliveries = nameof(SeeDeliveries);

    /// <summary>See groups, communities, institutions and events.</summary>
    public const string SeeGroups = nameof(SeeGroups);

    /// <summary>Form groups and lead them through the phases.</summary>
    public const string LeadGroups = nameof(LeadGroups);

    /// <summary>Add and change institutions that help, and their agreements.</summary>
    public const string ManageAllies = nameof(ManageAllies);

    /// <summary>Send women and groups to institutions.</summary>
    public const string ReferToAllies = nameof(ReferToAllies);

    /// <summary>See and answer what was referred to one's own institution.</summary>
    public const string AnswerReferrals = nameof(AnswerReferrals);

    /// <summary>Read courses and answers as they are published and drafted.</summary>
    public const string SeeContent = nameof(SeeContent);

    /// <summary>Write and publish courses, answers and wording.</summary>
    public const string EditContent = nameof(EditContent);

    /// <summary>See numbers without persons.</summary>
    public const string SeeStatistics = nameof(SeeStatistics);

    /// <summary>Set what the programme wants to reach.</summary>
    public const string SetGoals = nameof(SetGoals);

    /// <summary>Write to many at once.</summary>
    public const string SendBroadcasts = nameof(SendBroadcasts);

    /// <summary>Invite, change and close accounts.</summary>
    public const string ManageStaff = nameof(ManageStaff);

    /// <summary>Read who saw and changed what.</summary>
    public const string SeeAudit = nameof(SeeAudit);

    public static IReadOnlyList<string> All { get; } =
    [
        SeeRegistrations, SeePersonalData, ReviewRegistrations, ExchangeRegistrations, AnswerConversations, SuperviseService, SetOfficeHours, SeeDeliveries, SeeGroups, LeadGroups,
        ManageAllies, ReferToAllies, AnswerReferrals,
        SeeContent, EditContent, SeeStatistics, SetGoals, SendBroadcasts, ManageStaff, SeeAudit,
    ];
}
