using System.Text.RegularExpressions;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Registrations;
using Group = CoopAssistant.Programme.Groups.Group;

namespace CoopAssistant.Host.Tests;

/// <summary>
/// The search is made of columns of four tables. Where entities are saved their registrations are marked to be indexed anew; a statement past the entities
/// that writes one of those columns has to say <c>is_indexed = FALSE</c> itself, or stands here with the reason why not.
/// </summary>
public partial class PastTheSearchTests
{
    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["Programme/Figures/CountFigures.cs"] = "removes figures",
    };

    /// <summary>Of which columns the search is made, and of which not. New ones are put in one of the lists.</summary>
    private static readonly Table[] Tables =
    [
        new("registrations", typeof(Registration),
            ["ParticipantId", "Folio", "Country", "Status", "RegionCode", "PlaceCode", "Community", "Rubro", "SearchName", "SubmittedAt", "ChangedAt", "HasDuplicateDocument", "AssignedTo", "NewInformationAt", "Source", "DaysToReview", "DaysToDecision"],
            ["Id", "HasGroup", "SearchText", "AnswersJson", "MissingInformation", "IsInStatistics", "IsIndexed", "Version", "Steps", "Permitted", "Undoable"]),
        new("participants", typeof(Participant),
            ["Document", "Phone"],
            ["Id", "Country", "GivenNames", "Surnames", "BirthYear", "DocumentEnd", "PinHash", "Language", "PrefersAudio", "FailedProofs", "CreatedAt", "Version", "IsLocked", "FullName"]),
        new("group_members", typeof(GroupMember), ["GroupId", "ParticipantId", "State"], ["Id", "SharesName", "Since", "Seat"]),
        new("groups", typeof(Group),
            ["State"],
            [
                "Id", "Country", "RegionCode", "PlaceCode", "CommunityId", "Name", "PlainName", "Rubro", "Language", "Origin", "CoordinatorId", "ContactPhone", "Code", "FoundedAt", "ChangedAt", "Version", "DueOn",
                "Members", "Entries", "Steps", "Officers", "Permitted", "TakesMembers", "Formalities",
            ]),
    ];

    private sealed record Table(string Name, Type Entity, string[] InTheSearch, string[] Others)
    {
        public bool IsRegistrations => Name == "registrations";

        /// <summary>A row that goes takes nobody's terms with it where a registration goes with it, whose bits go by themselves.</summary>
        public bool IsMissedWhenRowsGo => Name is "group_members" or "groups";

        public bool Writes(string set) => Word().Matches(set).Select(word => word.Value.Replace("_", "", StringComparison.Ordinal)).Intersect(InTheSearch, StringComparer.OrdinalIgnoreCase).Any();
    }

    [Fact]
    public void Whoever_writes_past_the_entities_what_the_search_is_made_of_marks_it()
    {
        var source = Path.Combine(Repository.Root, "src");
        var found = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(source, path).Replace('\\', '/')).Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/Migrations/", StringComparison.Ordinal))
            .SelectMany(path => Unmarked(File.ReadAllText(Path.Combine(source, path))).Select(statement => (Path: path, Statement: statement))).ToList();

        var (unexplained, gone) = (found.Where(one => !Reasons.ContainsKey(one.Path)).ToList(), Reasons.Keys.Except(found.Select(one => one.Path), StringComparer.Ordinal));
        Assert.True(unexplained.Count == 0 && !gone.Any(), $"Not marked to be indexed anew: {string.Join("; ", unexplained)}. With a reason but no such statement: {string.Join(", ", gone)}.");
    }

    [Theory]
    [InlineData("db.Registrations.Where(r => r.Id == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Rubro, \"TEX\"), cancel)")]
    [InlineData("await context.Set<Registration>().ExecuteUpdateAsync(set => set.SetProperty(r => r.IsIndexed, true).SetProperty(r => r.Status, status))")]
    [InlineData("await rows.Where(r => db.Contacts.Any(c => c.Id == r.Id)).ExecuteUpdateAsync(set => set.SetProperty(r => r.RegionCode, region))")]
    [InlineData("await db.GroupMembers.Where(m => m.GroupId == id).ExecuteDeleteAsync(cancel)")]
    [InlineData("await db.Groups.Where(g => g.Id == id).ExecuteUpdateAsync(set => set.SetProperty(g => g.State, GroupState.Dissolved))")]
    [InlineData("await db.Participants.ExecuteUpdateAsync(set => set.SetProperty(p => p.Phone, (string?)null))")]
    [InlineData("Run($\"UPDATE registrations SET source = {source} WHERE id = {id}\")")]
    [InlineData("new(\"UPDATE registrations SET is_indexed = TRUE, status = 3 WHERE id = $1 AND is_indexed = FALSE\")")]
    [InlineData("new(\"INSERT INTO group_members (group_id, participant_id, state) VALUES ($1, $2, 1)\")")]
    [InlineData("\"\"\"\n  UPDATE group_members\n  SET state = 4 WHERE participant_id = ?1\n\"\"\"")]
    [InlineData("\"DELETE FROM groups WHERE id = ?1\"")]
    public void One_that_does_not_is_noticed(string code) => Assert.Single(Unmarked(code));

    [Theory]
    [InlineData("db.Registrations.Where(r => r.Id == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Rubro, \"TEX\").SetProperty(r => r.IsIndexed, false), cancel)")]
    [InlineData("db.Registrations.ExecuteUpdateAsync(set => set.SetProperty(r => r.IsInStatistics, true), cancel)")]
    [InlineData("db.Groups.Where(g => g.State == state).ExecuteUpdateAsync(set => set.SetProperty(g => g.DueOn, next), cancel)")]
    [InlineData("db.Messages.Where(m => db.Registrations.Any(r => r.Id == m.Id)).ExecuteDeleteAsync(cancel)")]
    [InlineData("Run($\"UPDATE registrations SET source = {source}, is_indexed = FALSE WHERE id = {id}\")")]
    [InlineData("new(\"UPDATE participants SET failed_proofs = 0 WHERE phone = $1\")")]
    public void One_that_marks_or_writes_something_else_may_pass(string code) => Assert.Empty(Unmarked(code));

    [Fact]
    public void Every_column_of_the_four_tables_is_known_to_be_of_the_search_or_not()
    {
        foreach (var table in Tables)
            Assert.Equal(table.Entity.GetProperties().Where(property => property.GetMethod!.IsStatic == false).Select(property => property.Name).Order(), table.InTheSearch.Concat(table.Others).Order());
    }

    /// <summary>Rows made from entities by their mapping are as those that are added: not indexed. But members of groups would not be noticed.</summary>
    [Fact]
    public void Only_a_registration_is_inserted_as_rows()
    {
        var source = Path.Combine(Repository.Root, "src");
        var users = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories).Where(path => File.ReadAllText(path).Contains("(IInsertRows ", StringComparison.Ordinal)).Select(path => Path.GetFileName(path));
        Assert.Equal(["RegistrationRows.cs"], users);
    }

    private static IEnumerable<string> Unmarked(string code) =>
        [.. Sql().Matches(code).Where(IsUnmarkedSql).Select(match => match.Value), .. Past().Matches(code).Select(match => (Match: match, Receiver: Receiver(code, match.Index))).Where(call => IsUnmarked(call.Match, call.Receiver, code)).Select(call => call.Receiver + call.Match.Value)];

    private static bool IsUnmarkedSql(Match match)
    {
        var table = Tables.Single(one => one.Name == match.Groups["table"].Value);
        var set = match.Groups["rest"].Value.Split(" WHERE ", 2)[0];
        return match.Groups["verb"].Value switch
        {
            "UPDATE" => table.Writes(set) && !(table.IsRegistrations && set.Contains("is_indexed = FALSE", StringComparison.Ordinal)),
            "INSERT INTO" => table.Name is "registrations" or "group_members",
            _ => table.IsMissedWhenRowsGo,
        };
    }

    private static bool IsUnmarked(Match match, string receiver, string code)
    {
        var tables = TablesOf(receiver);
        if (match.Groups["verb"].Value == "Delete") return tables.Any(table => table.IsMissedWhenRowsGo);
        var set = string.Join(' ', Property().Matches(Balanced(code, match.Index + match.Length - 1)).Select(one => one.Value));
        return tables.Any(table => table.Writes(set)) && !set.Contains("IsIndexed, false", StringComparison.Ordinal);
    }

    /// <summary>Which tables it may be: all where it goes through a variable.</summary>
    private static Table[] TablesOf(string receiver)
    {
        var known = Set().Match(receiver);
        return known.Success ? [.. Tables.Where(table => known.Groups["set"].Value is var set && (set == table.Entity.Name || set == table.Entity.Name + "s"))] : Tables;
    }

    /// <summary>What stands before the call, without what is in parentheses: <c>db.Registrations.Where</c>.</summary>
    private static string Receiver(string code, int end)
    {
        var (start, depth) = (end - 1, 0);
        for (; start >= 0; start--)
        {
            if (code[start] == ')') depth++;
            else if (code[start] == '(' && depth-- == 0) break;
            else if (depth == 0 && (code[start] is ';' or '{' or '}' or ',' || (code[start] == '>' && start > 0 && code[start - 1] == '='))) break;
        }
        var kept = new System.Text.StringBuilder();
        depth = 0;
        foreach (var letter in code[(start + 1)..end])
        {
            if (letter == ')') depth--;
            if (depth == 0) kept.Append(letter);
            if (letter == '(') depth++;
        }
        return kept.ToString();
    }

    private static string Balanced(string code, int open)
    {
        var (at, depth) = (open, 0);
        do depth += code[at++] switch { '(' => 1, ')' => -1, _ => 0 };
        while (depth > 0 && at < code.Length);
        return code[open..at];
    }

    [GeneratedRegex("(?<verb>UPDATE|DELETE FROM|INSERT INTO)\\s+(?<table>registrations|participants|group_members|groups)\\b(?<rest>[^\"]*)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sql();

    [GeneratedRegex(@"\.Execute(?<verb>Update|Delete)(?:Async)?\(", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Past();

    [GeneratedRegex(@"\bdb\.(?<set>\w+)|\bSet<(?<set>\w+)>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Set();

    /// <summary>The property and the value.</summary>
    [GeneratedRegex(@"(?<=SetProperty\(\w+ => \w+\.)\w+(?:, \w+)?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Property();

    [GeneratedRegex(@"\w+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
