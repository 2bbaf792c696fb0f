using CoopAssistant.Data;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Consents;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Testing;

/// <summary>Puts invented women, their chats and registrations into a test's database.</summary>
public sealed class Seed(IServiceProvider services, TimeProvider clock)
{
    /// <summary>A contact with its conversation, which have the same id.</summary>
    public async Task<long> Contact(string address = "whatsapp:+50760001234", string? profileName = null, Channel channel = Channel.WhatsApp, TimeSpan lastWroteAgo = default)
    {
        var (at, wrote) = (clock.GetUtcNow().UtcDateTime, (clock.GetUtcNow() - lastWroteAgo).UtcDateTime);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CoopDbContext>();
        var id = (await db.Database.SqlQuery<long>($"SELECT coalesce(max(id), 0) + 1 AS \"Value\" FROM contacts").ToListAsync()).Single();
        await db.Database.ExecuteSqlAsync($"INSERT INTO contacts (id, channel, profile_name, created_at) VALUES ({id}, {(byte)channel}, {profileName}, {at})");
        await db.Database.ExecuteSqlAsync($"INSERT INTO contact_addresses (channel, address, contact_id) VALUES ({(byte)channel}, {address}, {id})");
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO conversations (id, channel, version, reply_address, last_inbound_at, last_message_id, is_held, has_opted_out, has_parked, awaited_from_her, state)
            VALUES ({id}, {(byte)channel}, 1, {address}, {wrote}, NULL, 0, 0, 0, NULL, x'7b7d')
            """);
        return id;
    }

    /// <summary>A message of hers, as a turn would leave it.</summary>
    public Task SheWrites(long contact, string text) => Append(contact, text, direction: 1, delivery: 0, author: null, errorCode: null);

    /// <summary>A message of ours that stands as the delivery says (see <c>Delivery</c>).</summary>
    public Task WeSaid(long contact, string text, byte delivery, string? errorCode = null) => Append(contact, text, direction: 2, delivery, author: null, errorCode);

    public async Task<RegistrationId> Registration(
        string givenNames = "María Elena", string surnames = "Pérez Santos", string country = "PA", string? region = "PA-2", string? place = "PA-2.anton",
        string? document = "8-123-456", string? phone = "+50761234567", string community = "El Peñón", long? contact = null, bool mayBeContacted = true)
    {
        var (participant, registration) = (ParticipantId.New(clock), RegistrationId.New(clock));
        SubmittedAnswer[] answers =
        [
            new("nombres", "Nombres", givenNames, givenNames, true), new("apellidos", "Apellidos", surnames, surnames, true),
            new("comunidad", "Comunidad", community, community, true), new("rubros", "Actividad", "TEX", "Tejido y bordado", false),
            new("documento", "Cédula", document, document ?? "La dará después", true), new("telefono", "Teléfono", phone, phone ?? "Este mismo", true),
        ];
        await Do<SubmitRegistration>(submit => submit.Handle(
            new(participant, registration, Folio.Draw(country), country, givenNames, surnames, 1988, document, Pin.Hash("4821"), phone, "es", false,
                new SubmittedAnswers(SubmittedAnswers.ToJson(answers), Plain($"{givenNames} {surnames}"), region, place, community, "TEX")),
            CancellationToken.None));
        if (contact is { } id)
        {
            await Do<MessagingDb>(db =>
            {
                db.ContactParticipants.Add(new ContactParticipant(id, participant, clock.GetUtcNow()));
                return db.SaveAsync(CancellationToken.None);
            });
            await Do<RecordConsent>(consent => consent.Handle(new(id, ConsentPurpose.Contact, mayBeContacted, "2026-1", "whatsapp", "es"), CancellationToken.None));
        }
        return registration;
    }

    /// <summary>She asks for a person. Returns the ticket's id.</summary>
    public async Task<long> Ticket(long contact, string reason = TicketReason.Person, string? country = "PA", bool held = true)
    {
        await Do<OpenTicket>(open => open.Handle(contact, reason, country, CancellationToken.None));
        if (held) await Do<CoopDbContext>(db => db.Database.ExecuteSqlAsync($"UPDATE conversations SET is_held = 1, version = version + 1 WHERE id = {contact}"));
        return await Ask<MessagingDb, long>(db => db.Tickets.Where(t => t.ConversationId == contact && t.ClosedAt == null).Select(t => t.Id).SingleAsync());
    }

    public async Task Do<TService>(Func<TService, Task> act) where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task<TResult> Ask<TService, TResult>(Func<TService, Task<TResult>> act) where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private Task Append(long contact, string text, byte direction, byte delivery, string? author, string? errorCode) => Do<CoopDbContext>(async db =>
    {
        var at = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO messages (conversation_id, previous_id, direction, text, author, at, delivery, attempts, error_code)
            SELECT id, last_message_id, {direction}, {text}, {author}, {at}, {delivery}, 1, {errorCode} FROM conversations WHERE id = {contact}
            """);
        await db.Database.ExecuteSqlAsync($"UPDATE conversations SET last_message_id = (SELECT max(id) FROM messages), version = version + 1 WHERE id = {contact}");
        if (direction == 1) await db.Database.ExecuteSqlAsync($"UPDATE conversations SET last_inbound_at = {at} WHERE id = {contact}");
        await transaction.CommitAsync();
    });

    private static string Plain(string name) => Programme.Identity.Plain.Of(name);
}
