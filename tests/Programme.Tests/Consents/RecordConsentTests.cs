using CoopAssistant.Programme.Consents;
using CoopAssistant.Testing;

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

    private static Task Says(House house, ConsentPurpose purpose, bool granted) =>
        house.Do<RecordConsent>(record => record.Handle(new(7, purpose, granted, "pa-2026-1", "whatsapp", "es"), CancellationToken.None));
}
