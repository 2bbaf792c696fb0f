using CoopAssistant.Data;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Benchmarks.Filling.Whole;

/// <summary>All that a programme of so many women has besides their registrations: talks, lessons, groups, meetings, referrals, broadcasts, and what staff did.</summary>
internal static class WholeProgramme
{
    public static async Task<bool> IsThere(IServiceProvider process)
    {
        await using var scope = process.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CoopDbContext>().Set<Programme.Allies.Referrals.Referral>().AnyAsync();
    }

    public static async Task FillGroups(TestDatabase database, ProgrammePacks packs, int women)
    {
        var span = new Span(packs, women, TimeProvider.System.GetUtcNow().UtcDateTime);
        await using var fill = await FastFill.Begin(database, Groups.Tables);
        await Groups.Write(fill, span, Circle.All(span));
    }

    /// <summary>All but the groups, which are there already.</summary>
    public static async Task Fill(TestDatabase database, ProgrammePacks packs, IServiceProvider process, int women)
    {
        var span = new Span(packs, women, TimeProvider.System.GetUtcNow().UtcDateTime);
        var said = new Said(span);
        var circles = Circle.All(span);
        await using (var fill = await FastFill.Begin(database, ["staff", "broadcasts", "broadcast_recipients", .. Chats.Tables, .. Tickets.Tables]))
        {
            await Colleagues.Write(fill, span);
            await Chats.Write(fill, span, said);
            await said.Write(fill);
            await Tickets.Write(fill, span);
        }
        await using (var fill = await FastFill.Begin(database, [.. Learners.Tables, .. Records.Tables, .. Places.Tables]))
        {
            await Learners.Write(fill, span, process);
            await Records.Write(fill, span);
            await Places.Write(fill, span);
        }
        await using (var fill = await FastFill.Begin(database, [.. Meetings.Tables, .. Allies.Tables]))
        {
            await Meetings.Write(fill, span, circles);
            await Allies.Write(fill, span, circles);
        }
    }
}
