using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Programme.Tests.Registrations;

public class LifecycleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_page_in_docs_shows_what_is_declared()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CoopAssistant.sln"))) folder = folder.Parent!;

        var page = File.ReadAllText(Path.Combine(folder.FullName, "docs", "lifecycle.md"));

        Assert.Equal(LifecyclePage.Render(), page);
    }

    [Fact]
    public void Every_status_can_be_reached_and_none_is_a_dead_end()
    {
        var reached = new HashSet<RegistrationStatus> { RegistrationStatus.Received };
        for (var before = 0; before != reached.Count;)
        {
            before = reached.Count;
            foreach (var status in reached.ToList()) reached.UnionWith(Next(status));
        }

        Assert.Equal([.. Enum.GetValues<RegistrationStatus>()], reached.Order());
        Assert.All(reached, status => Assert.NotEmpty(Next(status)));
    }

    [Fact]
    public void A_step_keeps_author_reason_and_time()
    {
        var registration = ARegistration();

        var moved = registration.Move(RegistrationTrigger.AskForInformation, "staff-1", "la fecha", Now.AddHours(1));

        Assert.True(moved);
        Assert.Equal("la fecha", registration.MissingInformation);
        var step = registration.Steps[^1];
        Assert.Equal((RegistrationStatus.Received, RegistrationStatus.InformationMissing, "staff-1", "la fecha", Now.AddHours(1)), (step.From, step.To, step.Author, step.Detail, step.At));
    }

    [Fact]
    public void What_is_not_declared_changes_nothing()
    {
        var registration = ARegistration();

        var moved = registration.Move(RegistrationTrigger.Accept, "staff-1", null, Now);

        Assert.False(moved);
        Assert.Equal((RegistrationStatus.Received, 1, 0), (registration.Status, registration.Steps.Count, registration.Version));
    }

    [Fact]
    public void What_was_missing_is_forgotten_once_she_answers()
    {
        var registration = ARegistration();
        registration.Move(RegistrationTrigger.AskForInformation, "staff-1", "la fecha", Now);

        registration.Move(RegistrationTrigger.ReceiveInformation, RegistrationStep.Herself, "el 3 de mayo", Now);

        Assert.Equal((RegistrationStatus.InReview, null), (registration.Status, registration.MissingInformation));
    }

    private static Registration ARegistration() => Registration.Submit(
        new RegistrationId(Guid.NewGuid()), new ParticipantId(Guid.NewGuid()), Folio.Draw("PA"), "PA",
        new SubmittedAnswers("[]", "ana", null, null, null, null), null, null, false, Now);

    private static IEnumerable<RegistrationStatus> Next(RegistrationStatus status)
    {
        foreach (var trigger in RegistrationLifecycle.Rules.PermittedFrom(status))
            if (RegistrationLifecycle.Rules.TryMove(status, trigger, out var next))
                yield return next;
    }
}
