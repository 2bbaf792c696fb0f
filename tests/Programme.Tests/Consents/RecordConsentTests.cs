using CoopAssistant.Programme.Consents;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Tests.Consents;

public abstract class RecordConsentTests(DatabaseKind kind)
{
    public sealed class OnSqlite() : RecordConsentTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : RecordConsentTests(DatabaseKind.Postgres);

    [Fact]
    public async Task Her_last_word_counts_and_nothing_is_erased()
    {
        await using var house = await House.On(kind);

        await Says(house, ConsentPurpose.Registration, true);
        await Says(house, ConsentPurpose.Contact, true);
        await Says(house, ConsentPurpose.Contact, true);
        await Says(house, ConsentPurpose.Contact, false);

        var consents = await house.Ask<ReadConsents, IReadOnlyDictionary<ConsentPurpose, Consent>>(read => read.Handle(7, CancellationToken.None));
        Assert.True(consents[ConsentPurpose.Registration].IsGranted);
        Assert.False(consents[ConsentPurpose.Contact].IsGranted);
        Assert.Equal(4, consents[ConsentPurpose.Contact].Id);
        Assert.Equal(("pa-2026-1", "whatsapp", "es", house.Clock.GetUtcNow()), (consents[ConsentPurpose.Contact].TextVersion, consents[ConsentPurpose.Contact].Channel, consents[ConsentPurpose.Contact].Language, consents[ConsentPurpose.Contact].At));
    }

    [Fact]
    public async Task Who_takes_back_her_yes_to_statistics_is_counted_no_more()
    {
        await using var house = await House.On(kind);
        var (ana, eva) = (await house.Registered(), await house.Registered("Eva Ruiz"));

        foreach (var granted in new[] { true, false, true })
        {
            await house.Do<ChangeStatisticsConsent>(change => change.Handle(new(7, ConsentPurpose.AnonymousStatistics, granted, "pa-2026-1", "whatsapp", "es"), ana.Participant, CancellationToken.None));
            Assert.Equal((granted, false), (await IsCounted(house, ana), await IsCounted(house, eva)));
        }

        Assert.Equal(3, await house.Ask<ProgrammeDb, int>(db => db.Consents.CountAsync()));
    }

    private static Task<bool> IsCounted(House house, Woman woman) =>
        house.Ask<ProgrammeDb, bool>(db => db.Registrations.Where(r => r.Id == woman.Registration).Select(r => r.IsInStatistics).SingleAsync());

    private static Task Says(House house, ConsentPurpose purpose, bool granted) =>
        house.Do<RecordConsent>(record => record.Handle(new(7, purpose, granted, "pa-2026-1", "whatsapp", "es"), CancellationToken.None));
}
