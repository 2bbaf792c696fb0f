using CoopAssistant.Admin.Start;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Places;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Admin.Contents;

/// <summary>What the packs state and nobody has confirmed: each fact has a day by which it is to be checked again.</summary>
internal sealed class FactsToReview(Programmes programmes, TimeProvider clock) : IWorkSource
{
    public sealed record Fact(string Country, string What, string Name, DateOnly By)
    {
        /// <summary>What of it is in doubt, with the advice to ask the office; null where the name says it.</summary>
        public string? Confirm { get; init; }
    }

    public int Order => 70;
    public string Permission => Access.Permission.EditContent;

    public Task<Work> Read(WorkRequest request, CancellationToken cancel)
    {
        var count = Overdue(request.Territory).Count;
        return Task.FromResult(new Work("/por-revisar", count, "dato del contenido por confirmar", "datos del contenido por confirmar", "El contenido está al día"));
    }

    /// <summary>Facts past their day, the longest overdue first.</summary>
    public IReadOnlyList<Fact> Overdue(Territory? territory)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return [.. programmes.All.Where(pack => territory is null || territory.TouchedCountries.Contains(pack.Country.Code, StringComparer.Ordinal))
            .SelectMany(Facts).Where(fact => fact.By < today).OrderBy(fact => fact.By).ThenBy(fact => fact.Name, StringComparer.Ordinal)];
    }

    private static IEnumerable<Fact> Facts(ProgrammePack pack)
    {
        var country = pack.Country.Code;
        Fact? Of(string what, string name, DateOnly? by) => by is { } day ? new Fact(country, what, name, day) : null;
        Fact? OfPlace(string what, string name, ToConfirm? doubt) => doubt is null ? null : new Fact(country, what, name, doubt.Review) { Confirm = $"{doubt.What} {pack.Words[Placeholders.Confirm]}" };
        IEnumerable<Fact?> all =
        [
            Of("Programa", pack.Programme.Name, pack.Programme.Review),
            Of("Ministerio", pack.Ministry.Name, pack.Ministry.Review),
            Of("Emergencia", "Líneas de ayuda", pack.Emergency.Review),
            Of("Reglas", "Quién puede registrarse", pack.Rules.Review),
            Of("Trámite", "Lista de pasos legales", pack.Checklist.Review),
            Of("Trámite", "Órganos y deberes de la cooperativa", pack.Cooperative.Review),
            .. pack.Checklist.Steps.Select(step => Of("Costo", step.Name, step.Fee?.Review)),
            .. pack.Institutions.Select(institution => Of("Institución", institution.Name, institution.Review)),
            .. pack.Offices.All.Select(office => Of("Oficina", office.Name, office.Review)),
            Of("Oficina", "Horario de las oficinas y feriados", pack.Service.Review),
            .. pack.Service.Holidays.All.Select(holiday => Of("Feriado", holiday.Name, holiday.Review)),
            Of("Actividades", "Lista de actividades y sus clases CIIU", pack.RubrosReview),
            Of("Permiso", "Aviso antes de registrarse", pack.Consent.Review),
            Of("Permiso", "Texto para compartir datos con una institución", pack.Allies.Consent.Review),
            OfPlace("Lugares", "Lista de lugares", pack.Places.ToConfirm),
            .. pack.Places.All.Select(place => OfPlace("Lugar", pack.Places.Describe(place), place.ToConfirm)),
            .. pack.Emergency.Lines.Select(line => Of("Emergencia", line.Name, line.Review)),
        ];
        return all.OfType<Fact>();
    }
}
