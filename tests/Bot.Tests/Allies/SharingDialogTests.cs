using CoopAssistant.Bot.Tests.Meetings;
using CoopAssistant.Messaging;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Allies;
using CoopAssistant.Programme.Allies.Referrals;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Bot.Tests.Allies;

public sealed class SharingDialogTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task She_is_asked_without_a_name_sees_the_question_after_her_pin_and_her_yes_is_kept_with_text_and_channel(DatabaseKind kind)
    {
        await using var host = await MeetingHost.Start(kind);
        var (referral, ally) = await Refers(host, "inadeh");

        var notice = Assert.Single(await host.Told("Queremos pedirle un permiso"));
        Assert.DoesNotContain("INADEH", notice.Text, StringComparison.Ordinal);
        var first = await host.Says("sí");
        Assert.DoesNotContain("INADEH", first, StringComparison.Ordinal);
        var question = await host.Says("4826");
        Assert.Contains("pueda ayudarla con esto: un curso de costura.", question, StringComparison.Ordinal);
        Assert.Contains("Institución: INADEH.", question, StringComparison.Ordinal);
        Assert.Contains("solo estos datos suyos: nombres, apellidos y teléfono para llamarla.", question, StringComparison.Ordinal);
        Assert.Contains("Listo", await host.Says("1"), StringComparison.Ordinal);

        var received = (await host.Use<ReadReceived, ReadReceived.Result?>(read => read.Handle(referral, ally, default)))!;
        Assert.Equal(["Ana", "Pérez", "+50760000001"], Assert.Single(received.People).Values.Select(v => v.Value));
        var consent = await host.Use<ProgrammeDb, SharingConsent>(db => db.Referrals.SelectMany(r => r.Consents).SingleAsync());
        Assert.Equal((true, "2026-1", "whatsapp", "es", host.Clock.Now), (consent.IsGranted, consent.TextVersion, consent.Channel, consent.Language, consent.At));
        Assert.NotNull(consent.ContactId);
        Assert.Null(await host.Use<MessagingDb, string?>(db => db.Conversations.Select(c => c.AwaitedFromHer).SingleAsync()));
    }

    [Fact]
    public async Task She_takes_it_back_later_and_sees_it_among_her_data()
    {
        await using var host = await MeetingHost.Start(DatabaseKind.Sqlite);
        var (referral, ally) = await Refers(host, "inadeh");
        await host.Says("permiso", "4826", "sí");
        await host.Use<ServeReferral, bool>(async serve => await serve.Accept(new(referral, ally, "a", null), default) == Programme.Communities.ChangeResult.Changed);
        Assert.Single(await host.Told("Buenas noticias: INADEH va a atender su caso."));

        var data = await host.Says("mis datos", "1", "4826");
        Assert.Contains("INADEH: dijo que sí y la está atendiendo.", data, StringComparison.Ordinal);
        Assert.Contains("Ve esto de usted: nombres, apellidos y teléfono para llamarla.", data, StringComparison.Ordinal);
        var mine = await host.Says("quitar permiso", "4826");
        Assert.Contains("Estos son sus permisos", mine, StringComparison.Ordinal);
        Assert.Contains("¿Quiere quitarle el permiso", await host.Says("1"), StringComparison.Ordinal);
        Assert.Contains("Desde ahora esa institución no ve sus datos: INADEH", await host.Says("1"), StringComparison.Ordinal);

        Assert.Empty((await host.Use<ReadReceived, ReadReceived.Result?>(read => read.Handle(referral, ally, default)))!.People);
    }

    [Fact]
    public async Task Outside_whatsapps_window_the_question_waits_until_she_writes()
    {
        await using var host = await MeetingHost.Start(DatabaseKind.Sqlite);
        host.Clock.Advance(TimeSpan.FromHours(30));
        await Refers(host, "inadeh");

        Assert.Equal(Messaging.Conversations.Delivery.Parked, Assert.Single(await host.Told("Queremos pedirle un permiso")).Delivery);
        Assert.Contains("clave", await host.Says("hola"), StringComparison.Ordinal);
        Assert.Equal(Messaging.Conversations.Delivery.Pending, Assert.Single(await host.Told("Queremos pedirle un permiso")).Delivery);
    }

    [Fact]
    public async Task Other_words_are_served_as_always_while_a_permission_waits()
    {
        await using var host = await MeetingHost.Start(DatabaseKind.Sqlite);
        await Refers(host, "inadeh");

        Assert.Contains("Registrarse y aprender aquí es gratis", await host.Says("cuánto cuesta registrarse"), StringComparison.Ordinal);
        Assert.Contains("clave", await host.Says("permiso"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_discreet_institution_is_named_in_no_notice_and_a_wish_to_be_deleted_ends_the_sharing_at_once()
    {
        await using var host = await MeetingHost.Start(DatabaseKind.Sqlite);
        var (referral, ally) = await Refers(host, "mujer");
        await host.Says("permiso", "4826", "sí");
        await host.Use<ServeReferral, bool>(async serve => await serve.Accept(new(referral, ally, "a", null), default) == Programme.Communities.ChangeResult.Changed);

        Assert.Single(await host.Told("Hay una respuesta sobre un permiso suyo"));
        Assert.DoesNotContain(await host.Told("Ministerio de la Mujer"), message => message.Text.Contains("va a atender", StringComparison.Ordinal));
        await host.Says("borrar mis datos", "4826", "sí");

        Assert.Empty((await host.Use<ReadReceived, ReadReceived.Result?>(read => read.Handle(referral, ally, default)))!.People);
        Assert.Equal(ReferralState.ConsentWithdrawn, await host.Use<ProgrammeDb, ReferralState>(db => db.Referrals.Select(r => r.State).SingleAsync()));
    }

    [Fact]
    public async Task Who_withdraws_her_registration_shares_nothing_any_more()
    {
        await using var host = await MeetingHost.Start(DatabaseKind.Sqlite);
        var (referral, ally) = await Refers(host, "inadeh");
        await host.Says("permiso", "4826", "sí");
        var registration = await host.Use<ProgrammeDb, RegistrationId>(db => db.Registrations.Select(r => r.Id).SingleAsync());

        await host.Use<Programme.Registrations.MoveRegistration, Programme.Registrations.MoveResult>(move => move.Handle(new(registration, Programme.Registrations.RegistrationTrigger.Close, "s", "se mudó"), default));

        Assert.Equal(ReferralState.ConsentWithdrawn, await host.Use<ProgrammeDb, ReferralState>(db => db.Referrals.Select(r => r.State).SingleAsync()));
        Assert.Empty((await host.Use<ReadReceived, ReadReceived.Result?>(read => read.Handle(referral, ally, default)))!.People);
    }

    private static async Task<(ReferralId Referral, AllyId Ally)> Refers(MeetingHost host, string code)
    {
        await host.Use<KnowAllies, int>(know => know.Handle(default));
        var ally = await host.Use<ProgrammeDb, AllyId>(db => db.Allies.Where(a => a.Country == "PA" && a.Code == code).Select(a => a.Id).SingleAsync());
        var registration = await host.Use<ProgrammeDb, RegistrationId>(db => db.Registrations.Select(r => r.Id).SingleAsync());
        var result = await host.Use<Refer, Refer.Result>(refer => refer.Woman(registration, new(ally, "un curso de costura", ["nombres", "apellidos", "telefono"], "s", null), default));
        return (result.Id!.Value, ally);
    }
}
