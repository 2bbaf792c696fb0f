namespace CoopAssistant.Programme.Packs;

/// <summary>A country's cooperatives after their legal recognition (<c>cooperative.yaml</c>).</summary>
/// <param name="Review">Day by which this is to be checked again; null where confirmed.</param>
public sealed record CooperativeRules(IReadOnlyList<GoverningBody> Bodies, IReadOnlyList<RecurringDuty> Duties, DateOnly? Review)
{
    /// <summary>What one woman should not hold at once.</summary>
    public IReadOnlyList<Incompatibility> Incompatible { get; init; } = [];

    /// <summary>Null where there is none (any more).</summary>
    public GoverningBody? FindBody(string code) => Bodies.FirstOrDefault(body => body.Code == code);

    public RecurringDuty? FindDuty(string code) => Duties.FirstOrDefault(duty => duty.Code == code);
}

/// <param name="TermMonths">How long an election counts; null where only the statute of each cooperative says so.</param>
public sealed record GoverningBody(string Code, string Name, string Text, int? TermMonths, IReadOnlyList<BodyOffice> Offices)
{
    public BodyOffice? FindOffice(string code) => Offices.FirstOrDefault(office => office.Code == code);
}

/// <param name="Seats">How many women may hold it at once.</param>
public sealed record BodyOffice(string Code, string Name, int Seats);

/// <param name="Bodies">Codes. Who holds an office in one of them holds none in another of them.</param>
/// <param name="IsElsewhere">It is about two groups: who holds an office in one of these bodies holds none in them in another group.</param>
/// <param name="Text">Why, for staff.</param>
public sealed record Incompatibility(string Code, IReadOnlyList<string> Bodies, bool IsElsewhere, string Text);

/// <summary>What a cooperative does again and again: an assembly, papers it hands in, a visit.</summary>
/// <param name="Responsible">Code of the ministry or an institution.</param>
/// <param name="EveryMonths">Null where no rhythm is known: staff write the next day.</param>
public sealed record RecurringDuty(string Code, string Name, string Text, string Responsible, int? EveryMonths);
