using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Data.Tests.Turns;

public sealed class SqliteRegistrationRowsTests() : RegistrationRowsTests(DatabaseKind.Sqlite);

public sealed class PostgresRegistrationRowsTests() : RegistrationRowsTests(DatabaseKind.Postgres);

/// <summary>What a turn writes as statements is, column by column and as it is stored, what the entities would be.</summary>
public abstract class RegistrationRowsTests(DatabaseKind kind) : IAsyncLifetime
{
    private const string Document = "8-123-456";
    private static readonly string[] OwnColumns = ["id", "participant_id", "registration_id", "folio", "search_text"];

    private TestDatabase _database = null!;
    private ServiceProvider _process = null!;
    private ITurnStore _store = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.Create(kind);
        _process = _database.NewProcess();
        _store = _process.GetRequiredService<ITurnStore>();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData(null, null, null, "")]
    [InlineData(1987, Document, "+50760000001", "El Peñón")]
    public async Task Statements_store_what_the_entities_store(int? birthYear, string? document, string? phone, string unknownPlace)
    {
        var byEntities = Request("PA", birthYear, document, phone, unknownPlace);
        var byStatements = Request("BO", birthYear, document, phone, unknownPlace); // another country: neither is the other's duplicate

        await using (var scope = _process.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<SubmitRegistration>().Handle(byEntities, default);
        var result = await Submit("uno", byStatements);

        Assert.Equal(CommitOutcome.Committed, result.Outcome);
        foreach (var (table, key) in new[] { ("participants", "id"), ("registrations", "id"), ("registration_steps", "registration_id"), ("unknown_places", "registration_id") })
        {
            object Id(SubmitRegistration.Request request) => table == "participants" ? request.Participant.Value : request.Registration.Value;
            var (expected, written) = (await Row(table, key, Id(byEntities)), await Row(table, key, Id(byStatements)));
            Assert.Equal(unknownPlace.Length > 0 || table != "unknown_places", expected.Count > 0);
            Assert.Equal(expected, written);
        }
    }

    [Fact]
    public async Task The_same_document_is_flagged_with_both_and_in_another_country_with_nobody()
    {
        var (first, second, abroad) = (Request("PA", 1987, Document, null, ""), Request("PA", 1990, Document, null, ""), Request("BO", 1990, Document, null, ""));

        await Submit("uno", first);
        Assert.Equal([], await Flagged());
        await Submit("dos", abroad);
        Assert.Equal([], await Flagged());
        await Submit("tres", second);

        Assert.Equal(new[] { first.Folio.Canonical, second.Folio.Canonical }.Order(), await Flagged());
    }

    [Fact]
    public async Task Repeated_with_the_same_ids_it_is_a_conflict_and_the_turns_beside_it_stand()
    {
        var request = Request("PA", 1987, Document, null, "");
        await Submit("uno", request);

        var (again, beside) = (Submit("dos", request), Submit("tres", Request("PA", 1990, null, null, "")));

        Assert.Equal(CommitResult.Conflict, await again);
        Assert.Equal(CommitOutcome.Committed, (await beside).Outcome);
        Assert.True((await _store.Load(Channel.WhatsApp, "dos", default)).IsNew);
        await using var scope = _process.CreateAsyncScope();
        Assert.Equal(2, await scope.ServiceProvider.GetRequiredService<ProgrammeDb>().Registrations.CountAsync());
    }

    private Task<CommitResult> Submit(string address, SubmitRegistration.Request request) =>
        _store.Commit(new TurnCommit(new(Channel.WhatsApp, address, $"SM-{address}", "sí", _database.Clock.Now), StoredConversation.Unknown, [], [])
        {
            Changes =
            [
                Change.Written<RegistrationRows>((rows, _) => rows.Of(request, _database.Clock.Now)),
                Change.Written(contact => LinkParticipant.Statement(contact, request.Participant, _database.Clock.Now)),
            ],
        }, default);

    private SubmitRegistration.Request Request(string country, int? birthYear, string? document, string? phone, string unknownPlace) =>
        new(ParticipantId.New(_database.Clock), RegistrationId.New(_database.Clock), Folio.Draw(country), "XX", "Ana María", "Gómez", birthYear, document, "hash", phone, "es", PrefersAudio: true,
            new SubmittedAnswers("""[{"question":"nombres"}]""", "ana maria gomez", "PA-2", null, birthYear is null ? null : "El Peñón", null) { UnknownPlaces = unknownPlace.Length > 0 ? [unknownPlace] : [], HasGroup = true })
        {
            Country = country == "PA" ? "XX" : "XY", Source = RegistrationSource.WhatsApp, IsInStatistics = true,
        };

    private async Task<List<string>> Flagged()
    {
        await using var scope = _process.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ProgrammeDb>().Registrations.Where(r => r.HasDuplicateDocument).Select(r => r.Folio).Order().ToListAsync();
    }

    /// <summary>Column and stored value with its kind, but for what must differ between two women.</summary>
    private async Task<List<string>> Row(string table, string key, object id)
    {
        await using var scope = _process.CreateAsyncScope();
        var connection = scope.ServiceProvider.GetRequiredService<CoopDbContext>().Database.GetDbConnection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table} WHERE {key} = @id";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("id", id);
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync();
        if (!await reader.ReadAsync()) return [];
        return [.. Enumerable.Range(0, reader.FieldCount).Where(i => !OwnColumns.Contains(reader.GetName(i)) && reader.GetName(i) != "country")
            .Select(i => $"{reader.GetName(i)} = {reader.GetValue(i)} ({reader.GetValue(i).GetType().Name})")];
    }
}
