using System.Text.RegularExpressions;

namespace CoopAssistant.Host.Tests;

/// <summary>
/// What staff change is written down beside each record because it is saved as an entity. Statements that write many rows past the entities
/// leave no such entry: each stands here with the reason why none is needed, and a new one fails this test.
/// </summary>
public partial class PastTheEntitiesTests
{
    private const string NotStaff = "the program's own work: nobody of the staff does it";
    private const string HerTurn = "done by her in her turn";

    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["Messaging/Contacts/LinkParticipant.cs"] = HerTurn,
        ["Messaging/Outbox/ListStaleDeliveries.cs"] = NotStaff,
        ["Messaging/Outbox/NoteStatuses.cs"] = NotStaff,
        ["Messaging/Outbox/NoteDeliveries.cs"] = NotStaff,
        ["Messaging/Outbox/RecordRefusal.cs"] = NotStaff,
        ["Messaging/Outbox/ClaimDeliveries.cs"] = NotStaff,
        ["Messaging/Outbox/RetryDelivery.cs"] = "the use case adds an entry for the message in the same transaction",
        ["Messaging/Web/LeaveWebChat.cs"] = HerTurn,
        ["Courses/Writing/ChangeOutline.cs"] = "a draft that is discarded: the history of versions says who",
        ["Courses/Writing/DiscardDraft.cs"] = "a draft that is discarded: the history of versions says who",
        ["Courses/Learning/AdoptProgress.cs"] = HerTurn,
        ["Courses/Statistics/CountLearning.cs"] = NotStaff,
        ["Admin/Accounts/StaffSessions.cs"] = "ending a session is written down by itself; its last use is no change",
        ["Host/Demo/DemoPeople.cs"] = "invented data of the demo",
        ["Programme/Registrations/SavedView.cs"] = "a bookmark of her or his own, no record of the programme",
        ["Programme/Posters/GreetByPoster.cs"] = HerTurn,
        ["Programme/Registrations/SubmitRegistration.cs"] = HerTurn,
        ["Programme/Registrations/Search/IndexRegistrations.cs"] = NotStaff,
        ["Programme/Registrations/Search/BitChanges.cs"] = NotStaff,
        ["Programme/Consents/RecordConsent.cs"] = HerTurn,
        ["Programme/Figures/CountFigures.cs"] = NotStaff,
        ["Programme/Groups/ForeseeGroups.cs"] = NotStaff,
    };

    [Fact]
    public void Nothing_is_written_past_the_entities_without_a_reason_here()
    {
        var source = Path.Combine(Repository.Root, "src");
        var found = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Path: Path.GetRelativePath(source, path).Replace('\\', '/'), Text: path))
            .Where(file => !file.Path.Contains("/obj/", StringComparison.Ordinal) && !file.Path.Contains("/bin/", StringComparison.Ordinal) && !file.Path.Contains("/Migrations/", StringComparison.Ordinal) && !file.Path.StartsWith("Data/", StringComparison.Ordinal))
            .Where(file => PastTheEntities().IsMatch(File.ReadAllText(file.Text)))
            .Select(file => file.Path).Order(StringComparer.Ordinal).ToList();

        var (unexplained, gone) = (found.Except(Reasons.Keys, StringComparer.Ordinal), Reasons.Keys.Except(found, StringComparer.Ordinal));
        Assert.True(!unexplained.Any() && !gone.Any(), $"Without a reason in this test: {string.Join(", ", unexplained)}. With a reason but no such statement: {string.Join(", ", gone)}.");
    }

    [GeneratedRegex(@"\.Execute(?:Update|Delete|Sql|SqlRaw|SqlInterpolated)(?:Async)?\(", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PastTheEntities();
}
