using CoopAssistant.Messaging;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Consents;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Transcripts;

/// <summary>What a conversation leaves in the database, and what it must not.</summary>
public sealed class KeptTests
{
    private const string Phone = "+50760000001";

    private static readonly string[] Registering =
        ["hola", "2", "1", "registro", "1", "2", "Ana", "Pérez", "1988", "Coclé", "Antón", "El Valle", "1", "no", "8-123-456", "este", "1", "1", "4826", "4826", "sí"];

    [Fact]
    public async Task Her_consents_are_kept_apart_with_version_time_and_channel()
    {
        await using var house = await House.Open();
        foreach (var text in Registering) await house.Says(Phone, text);

        var kept = await house.Use<ProgrammeDb, List<Consent>>(db => db.Consents.AsNoTracking().OrderBy(c => c.Id).ToListAsync());

        Assert.Equal([ConsentPurpose.Registration, ConsentPurpose.Contact, ConsentPurpose.AnonymousStatistics], kept.Select(c => c.Purpose));
        Assert.Equal([true, true, false], kept.Select(c => c.IsGranted));
        Assert.All(kept, consent => Assert.Equal(("pa-2026-2", "whatsapp", "es"), (consent.TextVersion, consent.Channel, consent.Language)));
        Assert.All(kept, consent => Assert.InRange(consent.At, house.Clock.GetUtcNow() - TimeSpan.FromHours(1), house.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task A_withdrawal_is_another_row()
    {
        await using var house = await House.Open();
        foreach (var text in Registering) await house.Says(Phone, text);

        foreach (var text in new[] { "baja", "1" }) await house.Says(Phone, text);

        var last = await house.Use<ProgrammeDb, Consent>(db => db.Consents.AsNoTracking().OrderBy(c => c.Id).LastAsync());
        Assert.Equal((ConsentPurpose.Contact, false), (last.Purpose, last.IsGranted));
    }

    [Fact]
    public async Task Neither_her_PIN_nor_her_words_about_violence_are_anywhere_in_the_thread()
    {
        await using var house = await House.Open();
        foreach (var text in Registering) await house.Says(Phone, text);

        foreach (var text in new[] { "estado", "4826", "mi marido me pega todas las noches" }) await house.Says(Phone, text);

        var thread = await house.Use<MessagingDb, List<string>>(db => db.Messages.AsNoTracking().Select(m => m.Text + m.Extras).ToListAsync());
        var states = await house.Use<MessagingDb, List<byte[]>>(db => db.Conversations.AsNoTracking().Select(c => c.State).ToListAsync());
        Assert.DoesNotContain(thread.Concat(states.Select(System.Text.Encoding.UTF8.GetString)), text =>
            text.Contains("4826", StringComparison.Ordinal) || text.Contains("todas las noches", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Twenty_phones_that_try_a_PIN_at_once_get_no_more_tries_than_one()
    {
        await using var house = await House.Open();
        foreach (var text in Registering) await house.Says(Phone, text);
        var folio = await house.Use<ProgrammeDb, string>(db => db.Registrations.Select(r => r.Folio).SingleAsync());
        var thieves = Enumerable.Range(10, 20).Select(number => $"+507611111{number}").ToArray();
        foreach (var thief in thieves)
            foreach (var text in new[] { "estado", "2", folio }) await house.Says(thief, text);

        await Task.WhenAll(thieves.Select((thief, guess) => house.Says(thief, $"{1000 + (guess * 317)}")));

        var failures = await house.Use<ProgrammeDb, int>(db => db.Participants.Select(p => p.FailedProofs).SingleAsync());
        Assert.Equal(5, failures);
    }
}
