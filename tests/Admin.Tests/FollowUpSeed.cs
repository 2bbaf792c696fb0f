using CoopAssistant.Programme;
using CoopAssistant.Programme.FollowUps;
using CoopAssistant.Programme.Groups;

namespace CoopAssistant.Testing;

/// <summary>Invented cooperatives that are asked how they are doing.</summary>
public static class FollowUpSeed
{
    /// <summary>A recognised cooperative with a coordinator, whose questions of three months are due. The clock stands where it stood: let 95 days pass before <see cref="Tells"/>.</summary>
    public static async Task<(GroupId Group, ParticipantId Coordinator)> ACooperative(this Seed seed, string name, string place = "PA-2.anton")
    {
        var group = await seed.Group(name, place: place);
        var ana = await seed.Woman("Ana Lucía", "Rojas", place: place);
        await seed.Do<JoinGroup>(j => j.Handle(group, ana.Participant, true, CancellationToken.None));
        await seed.Do<ChangeMembership>(c => c.AppointCoordinator(new(group, ana.Participant, "x", null), CancellationToken.None));
        await seed.Do<ChangeGroup>(c => c.Move(new(group, "x", null, null), GroupTrigger.Recognise, CancellationToken.None));
        return (group, ana.Participant);
    }

    /// <summary>Opens what is due and lets the coordinator answer in her chat.</summary>
    public static async Task Tells(this Seed seed, ParticipantId coordinator, params (string Indicator, string? Value)[] values)
    {
        await seed.OpensFollowUps();
        var own = (await seed.Ask<ReadOwnFollowUp, ReadOwnFollowUp.Own?>(read => read.Handle(coordinator, CancellationToken.None)))!;
        await seed.Do<AnswerFollowUp>(answer => answer.Handle(new(own.Round, coordinator, values.ToDictionary(v => v.Indicator, v => v.Value)), CancellationToken.None));
    }

    public static async Task OpensFollowUps(this Seed seed)
    {
        foreach (var due in await seed.Ask<OpenFollowUps, IReadOnlyList<OpenFollowUps.Cooperative>>(open => open.Due(CancellationToken.None)))
            await seed.Ask<OpenFollowUps, bool>(open => open.Handle(due, CancellationToken.None));
    }

    /// <summary>One that told of a problem and was corrected, one that nobody can ask.</summary>
    public static async Task<Guid> AFollowUp(this Seed seed, Action<TimeSpan> pass)
    {
        var (group, coordinator) = await seed.ACooperative("Cooperativa Tejedoras de Antón");
        await seed.ACooperative("Cooperativa El Valle");
        pass(TimeSpan.FromDays(95));
        await seed.Tells(coordinator, ("socias_activas", "18"), ("mujeres_directiva", "5"), ("ventas", "350"), ("ahorro", null), ("problema", "ventas"), ("problema_detalle", "no hay cómo llevar el tejido a la feria"));
        var version = (await seed.Ask<ReadFollowUps, ReadFollowUps.Result?>(read => read.Handle(group, null, CancellationToken.None)))!.Rounds[0].Round!.Version;
        await seed.Do<NoteFollowUp>(note => note.Handle(new(group, 3, new Dictionary<string, string> { ["ventas"] = "1350" }, "contó también la feria", "x", null, version), CancellationToken.None));
        return group.Value;
    }
}
