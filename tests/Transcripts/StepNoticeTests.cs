using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Groups;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Transcripts;

/// <summary>A change of step reaches her unasked only where she agreed; who did not hears the same when she asks.</summary>
public sealed class StepNoticeTests
{
    [Fact]
    public async Task A_step_that_begins_reaches_who_agreed_to_be_written_to_and_nobody_else()
    {
        await using var house = await House.Open();
        await Registers(house, "+50760000001", "Anabel", mayWrite: "sí");
        await Registers(house, "+50760000002", "Evangelina", mayWrite: "no");
        await Registers(house, "+50760000003", "Luzmila", mayWrite: "sí");
        foreach (var text in new[] { "baja", "1" }) await house.Says("+50760000003", text);
        var group = (await house.Use<FoundGroup, FoundGroup.Result>(found => found.Handle(new(new GroupDescription("PA", "PA-2", null, "Tejedoras de Antón", "TEX", "es"), GroupOrigin.Staff, "staff"), default))).Group!.Id;
        foreach (var woman in await house.Use<ProgrammeDb, List<ParticipantId>>(db => db.Participants.Select(p => p.Id).ToListAsync()))
            await house.Use<JoinGroup, bool>(async join => { await join.Handle(group, woman, sharesName: false, default); return true; });

        await house.Use<ChangeStep, ChangeStep.Result>(change => change.Begin(new(group, "PA-1.1", "staff", null, null), default));

        var told = await house.Use<MessagingDb, List<string>>(db => db.Messages.AsNoTracking().Where(m => m.Direction == MessageDirection.Outbound && m.Text.Contains("Fase 1: estamos conociendo"))
            .Join(db.Conversations, m => m.ConversationId, c => c.Id, (_, c) => c.ReplyAddress).ToListAsync());
        Assert.Equal("whatsapp:+50760000001", Assert.Single(told));
        foreach (var phone in new[] { "+50760000002", "+50760000003" })
        {
            await house.Says(phone, "estado");
            Assert.Contains((await house.Says(phone, "4826")).Replies, reply => reply.Text.Contains("Fase 1: estamos conociendo", StringComparison.Ordinal));
        }
    }

    private static async Task Registers(House house, string phone, string name, string mayWrite)
    {
        foreach (var text in new[] { "hola", "Panamá", "sí", "registrarme", mayWrite, "sí", name, "Pérez", "1985", "Coclé", "Antón", "Centro", "tejido", "no", "después", "este", "1", "1", "4826", "4826", "sí" })
            await house.Says(phone, text);
    }
}
