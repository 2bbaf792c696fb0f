using CoopAssistant.Courses.Certificates;
using CoopAssistant.Courses.Learning;
using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Tests.Certificates;

public sealed class CertificateTests
{
    [Fact]
    public async Task Who_did_all_lessons_gets_a_certificate_that_anyone_can_verify()
    {
        await using var house = await House.Open();
        var participant = await house.Register("María Elena", "Gómez de Peña");
        await house.FinishAll(new Learner(participant, 7));

        var certificate = await Issue(house, participant);

        var verified = await Verify(house, $" {certificate!.Code.ToLowerInvariant()} ");
        Assert.Equal(("M. E. G. D. P.", "Gestión cooperativa básica", 40, 4), (verified!.Initials, verified.CourseTitle, verified.Lessons, verified.Hours));
        Assert.Equal(house.Now, verified.CompletedAt);
    }

    [Fact]
    public async Task Before_the_last_lesson_there_is_none()
    {
        await using var house = await House.Open();
        var participant = await house.Register();
        await house.FinishAll(new Learner(participant, 7), where: id => id != "8.4");

        Assert.Null(await Issue(house, participant));
        Assert.Null(await Issue(house, ParticipantId.New(house.Clock)));
    }

    [Fact]
    public async Task A_corrected_name_is_printed_under_the_same_code()
    {
        await using var house = await House.Open();
        var participant = await house.Register("Maria", "Gomes");
        await house.FinishAll(new Learner(participant, 7));
        var first = await Issue(house, participant);
        house.Clock.Advance(TimeSpan.FromDays(1));
        await house.Call<ProgrammeDb>(db => db.Participants.ExecuteUpdateAsync(set => set.SetProperty(p => p.GivenNames, "Marta")));

        var second = await Issue(house, participant);
        var third = await Issue(house, participant);

        Assert.Equal((first!.Code, "Marta Gomes", house.Now), (second!.Code, second.Name, second.ReissuedAt));
        Assert.Equal(second.Version, third!.Version);
    }

    [Fact]
    public async Task Finishing_twice_at_the_same_time_makes_one_certificate()
    {
        await using var house = await House.Open();
        var participant = await house.Register();
        await house.FinishAll(new Learner(participant, 7));

        var issued = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var tries = 0; ; tries++)
                try
                {
                    return (await Issue(house, participant))!.Code;
                }
                catch (DbUpdateException) when (tries < 8)
                {
                    // A turn that lost the race is decided again; so here.
                }
        })));

        Assert.Single(issued.Distinct());
        await house.Call<CoursesDb>(async db => Assert.Equal(1, await db.Certificates.CountAsync()));
    }

    [Fact]
    public async Task An_unknown_or_mistyped_code_confirms_nothing()
    {
        await using var house = await House.Open();

        Assert.Null(await Verify(house, CertificateCode.Draw().ToString()));
        Assert.Null(await Verify(house, "hola"));
        Assert.Null(await Verify(house, new string('1', 10_000)));
    }

    [Fact]
    public void Every_single_mistyped_sign_and_every_swap_of_two_neighbours_is_noticed()
    {
        const string signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        for (var drawn = 0; drawn < 200; drawn++)
        {
            var code = CertificateCode.Draw().Canonical;
            for (var at = 0; at < code.Length; at++)
            {
                foreach (var sign in signs.Where(sign => sign != code[at]))
                    Assert.False(CertificateCode.TryParse(code[..at] + sign + code[(at + 1)..], out _));
                if (at + 1 < code.Length && code[at] != code[at + 1])
                    Assert.False(CertificateCode.TryParse(code[..at] + code[at + 1] + code[at] + code[(at + 2)..], out _), code);
            }
        }
    }

    [Fact]
    public void A_code_is_understood_as_people_write_it()
    {
        var code = CertificateCode.Draw();

        Assert.True(CertificateCode.TryParse($" {code.ToString().ToLowerInvariant().Replace('0', 'o').Replace('1', 'l').Replace('-', ' ')}.", out var read));
        Assert.Equal(code, read);
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$", code.ToString());
    }

    private static Task<Certificate?> Issue(House house, ParticipantId participant) =>
        house.Call<IssueCertificate, Certificate?>(issue => issue.Handle(participant, House.Course, default));

    private static Task<VerifyCertificate.Result?> Verify(House house, string code) =>
        house.Call<VerifyCertificate, VerifyCertificate.Result?>(verify => verify.Handle(code, default));
}
