using CoopAssistant.Programme.Allies;
using CoopAssistant.Programme.Allies.Referrals;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Service;

namespace CoopAssistant.Programme.Tests.Allies;

/// <summary>Whatever she, staff and the institution do in whatever order: legal states only, evidence and history complete, and nothing is with the institution without a standing yes.</summary>
public sealed class ReferralPropertyTests
{
    private static readonly ProgrammePack Panama = ProgrammePackReader.ReadAll(Packs.ContentFolder.Shipped).Find("PA")!;

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Random_acts_leave_a_legal_referral_with_all_its_history(int seed)
    {
        var random = new Random(seed);
        var now = new DateTimeOffset(2027, 2, 25, 3, 0, 0, TimeSpan.Zero);
        var ally = Ally.Of(new AllyId(Guid.NewGuid()), "PA", "inadeh", new("INADEH", "INADEH", "Cursos.", []));
        var her = new ParticipantId(Guid.NewGuid());
        var registration = Registration.Submit(
            new RegistrationId(Guid.NewGuid()), her, Folio.Draw("PA"), "PA", new SubmittedAnswers("[]", "ana", "PA-2", "PA-2.anton", null, "TEX"), null, null, false, now);
        var referral = Referral.OfWoman(new ReferralId(Guid.NewGuid()), ally, registration, new("un curso", ["nombres"], 10), "s", now);
        var inChat = new ConsentGiven(1, "1", "whatsapp", "es");
        var onPaper = ConsentGiven.By(new(new(2027, 2, 24), "Eva Ruiz", "Coclé 12", "s"), "es");
        var calendar = new OfficeCalendar(Panama.Country.TimeZone, Panama.Service.Hours, Panama.Service.Holidays, "cocle", new Dictionary<DateOnly, string>());

        for (var i = 0; i < 30; i++)
        {
            now += TimeSpan.FromHours(random.Next(1, 100));
            var (before, entries, consents) = (referral.State, referral.Entries.Count, referral.Consents.Count);
            var (act, how) = (random.Next(7), random.Next(2) == 0 ? inChat : onPaper);
            var isDone = act switch
            {
                0 => referral.Answer(her, random.Next(4) > 0, how, calendar, now),
                1 => referral.Accept("a", now),
                2 => random.Next(3) == 0 && referral.Reject("a", "no hay cupo", now),
                3 => referral.Report("a", "va bien", now),
                4 => referral.Finish(ReferralResult.Helped, "a", null, now),
                5 => random.Next(4) == 0 && referral.WithdrawConsent(her, how, now),
                _ => random.Next(6) == 0 && referral.Cancel("s", "se mudó", now),
            };

            Assert.Equal(isDone ? entries + 1 : entries, referral.Entries.Count);
            if (!isDone) Assert.Equal((before, consents), (referral.State, referral.Consents.Count));
            if (ReferralLifecycle.IsWithAlly(referral.State)) Assert.Equal(SharingState.Agreed, referral.PersonOf(her)!.Sharing);
            Assert.Equal(referral.SentAt is not null, referral.Consents.Any(c => c.IsGranted));
            Assert.Equal(!ReferralLifecycle.IsOpen(referral.State), referral.EndedAt is not null);
            if (referral.SentAt is { } sent) Assert.Equal(calendar.AfterDays(sent, 10), referral.AnswerBy);
            Assert.All(referral.Consents, c => Assert.Equal((c.Channel == ConsentGiven.OnPaper, c.ContactId is null, c.Channel == ConsentGiven.OnPaper), (c.SignedOn is not null, c.Channel == ConsentGiven.OnPaper, c.FormReference == "Coclé 12")));
            if (!ReferralLifecycle.IsOpen(before)) Assert.Equal(before, referral.State); // what has ended stays ended
        }
    }
}
