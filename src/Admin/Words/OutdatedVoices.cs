using CoopAssistant.Admin.Start;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme.Recordings;

namespace CoopAssistant.Admin.Words;

/// <summary>Voices of «estado» that are no longer played, for the text changed after they were recorded.</summary>
internal sealed class OutdatedVoices(ListOutdatedVoices list, Programmes programmes) : IWorkSource
{
    public int Order => 72;
    public string Permission => Access.Permission.EditContent;

    public async Task<Work> Read(WorkRequest request, CancellationToken cancel)
    {
        var found = await list.Handle([.. programmes.All.Where(pack => request.Territory is not { } territory || territory.Countries.Contains(pack.Country.Code, StringComparer.Ordinal))], cancel);
        var address = found is [var (first, language), ..] ? StatusVoicesPage.Address(first.Country, language) : "/textos/voces";
        return new(address, found.Count, "voz de «estado» por grabar otra vez", "voces de «estado» por grabar otra vez", "Las voces de «estado» están al día");
    }
}
