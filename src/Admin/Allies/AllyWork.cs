using CoopAssistant.Admin.Start;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme.Allies.Agreements;
using CoopAssistant.Programme.Allies.Commitments;
using CoopAssistant.Programme.Allies.Referrals;

namespace CoopAssistant.Admin.Allies;

/// <summary>Referrals that an institution has not answered in its time.</summary>
internal sealed class LateReferrals(ListReferrals list) : IWorkSource
{
    private const int Shown = 5;

    public int Order => 38;
    public string Permission => Access.Permission.ReferToAllies;

    public async Task<Work> Read(WorkRequest request, CancellationToken cancel)
    {
        var found = await list.Handle(new(request.Territory, ReferralView.Late) { Take = Shown }, cancel);
        return new("/aliadas/derivaciones?ver=atrasadas", found.Total, "derivación sin respuesta a tiempo", "derivaciones sin respuesta a tiempo", "Las instituciones responden a tiempo")
        {
            IsPressing = found.Total > 0,
            Heading = "Derivaciones atrasadas",
            Items = [.. found.Rows.Select(row => new WorkItem($"/aliadas/derivaciones/{row.Id.Value}", row.Woman ?? row.Group ?? "", row.Ally, row.AnswerBy!.Value) { Country = row.Country })],
        };
    }
}

/// <summary>Agreements whose renewal is to be settled.</summary>
internal sealed class RenewalsDue(ListRenewals list) : IWorkSource
{
    public int Order => 48;
    public string Permission => Access.Permission.ManageAllies;

    public async Task<Work> Read(WorkRequest request, CancellationToken cancel)
    {
        var rows = await list.Handle(request.Territory, cancel);
        var late = rows.Count(row => row.DaysLeft < 0);
        return new("/aliadas/renovaciones", rows.Count, "convenio por renovar", "convenios por renovar", "Ningún convenio por renovar")
        {
            More = late > 0 ? Plural.Of(late, "ya pasó su día", "ya pasaron su día") : rows.Count > 0 ? $"El primero, {AllyTerms.Left(rows[0].DaysLeft)}" : null,
            IsPressing = late > 0,
        };
    }
}

/// <summary>Commitments whose day has passed.</summary>
internal sealed class LateCommitments(ListCommitments list, TimeProvider clock) : IWorkSource
{
    public int Order => 46;
    public string Permission => Access.Permission.LeadGroups;

    public async Task<Work> Read(WorkRequest request, CancellationToken cancel)
    {
        var late = await list.Late(request.Territory, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cancel);
        return new("/aliadas/compromisos", late.Count, "compromiso de una institución está atrasado", "compromisos de instituciones están atrasados", "Ningún compromiso atrasado") { IsPressing = late.Count > 0 };
    }
}

/// <summary>What an institution's own users have to answer.</summary>
internal sealed class ReferralsToAnswer(ReadReceived read) : IWorkSource
{
    public int Order => 10;
    public string Permission => Access.Permission.AnswerReferrals;

    public async Task<Work> Read(WorkRequest request, CancellationToken cancel)
    {
        var waiting = request.Ally is { } ally ? await read.Waiting(ally, cancel) : 0;
        return new("/recibidas", waiting, "derivación espera su respuesta", "derivaciones esperan su respuesta", "Ninguna derivación espera su respuesta") { IsPressing = waiting > 0 };
    }
}
