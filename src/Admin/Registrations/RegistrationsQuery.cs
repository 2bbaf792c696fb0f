using CoopAssistant.Admin.Shell;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Service;
using Microsoft.AspNetCore.Http.Extensions;

namespace CoopAssistant.Admin.Registrations;

/// <summary>Filters, order and page of the list as its address says them. What an address says wrongly counts as not said.</summary>
public sealed record RegistrationsQuery
{
    public const int PageSize = 25;

    public string? Country { get; init; }
    public string? Region { get; init; }
    public RegistrationStatus? Status { get; init; }
    public string? Text { get; init; }
    public bool OnlyDuplicates { get; init; }
    public bool OnlyNewInformation { get; init; }

    /// <summary>Only what nobody looked at in time, by the first limit or the second.</summary>
    public ServiceLevel? Late { get; init; }

    /// <summary>«mias», «libres» (mine or nobody's); null for everybody's.</summary>
    public string? Whose { get; init; }
    /// <summary>What led here from a figure; null for nothing more.</summary>
    internal FactsQuery? Facts { get; init; }
    public RegistrationOrder Order { get; init; }
    public int Page { get; init; } = 1;

    public bool IsFiltered => Country is not null || Region is not null || Status is not null || Text is not null || OnlyDuplicates || OnlyNewInformation || Whose is not null || Late is not null || Facts is not null;

    public static RegistrationsQuery Of(string? country, string? region, string? status, string? text, string? duplicates, string? order, int? page, string? whose = null, string? returned = null, string? late = null) => new()
    {
        Country = Said(country),
        Region = Said(region),
        Status = StatusWords.OfSlug(status),
        Text = Said(text),
        OnlyDuplicates = duplicates == "1",
        OnlyNewInformation = returned == "1",
        Late = late switch { "primero" => ServiceLevel.Director, "segundo" => ServiceLevel.Administrator, _ => null },
        Whose = whose is "mias" or "libres" ? whose : null,
        Order = order switch { "antiguos" => RegistrationOrder.OldestFirst, "cambio" => RegistrationOrder.LastChangedFirst, "nombre" => RegistrationOrder.Name, _ => RegistrationOrder.NewestFirst },
        Page = Pager.Number(page),
    };

    /// <param name="staff">Id of who asks.</param>
    public FindRegistrations.Request For(Territory? territory, string staff) => new(territory)
    {
        Late = Late, OnlyNewInformation = OnlyNewInformation, AssignedTo = Whose == "mias" ? staff : null, MineOrFree = Whose == "libres" ? staff : null,
        Country = Country, Region = Region, Status = Status, Text = Text, OnlyDuplicates = OnlyDuplicates, Order = Order, Facts = Facts?.Facts,
        Skip = (Page - 1) * PageSize, Take = PageSize,
    };

    public string Address
    {
        get
        {
            var query = new QueryBuilder();
            if (Country is not null) query.Add("pais", Country);
            if (Region is not null) query.Add("region", Region);
            if (Status is { } status) query.Add("estado", StatusWords.Slug(status));
            if (Text is not null) query.Add("q", Text);
            if (OnlyDuplicates) query.Add("repetidos", "1");
            if (OnlyNewInformation) query.Add("volvio", "1");
            if (Late is { } level) query.Add("plazo", Word(level));
            if (Whose is not null) query.Add("quien", Whose);
            foreach (var (name, value) in Facts?.Parameters ?? []) query.Add(name, value);
            if (Order != RegistrationOrder.NewestFirst) query.Add("orden", Word(Order));
            if (Page > 1) query.Add("pagina", Page.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return "/registros" + query;
        }
    }

    public static string Word(ServiceLevel level) => level == ServiceLevel.Director ? "primero" : "segundo";

    public static string Word(RegistrationOrder order) => order switch
    {
        RegistrationOrder.OldestFirst => "antiguos", RegistrationOrder.LastChangedFirst => "cambio", RegistrationOrder.Name => "nombre", _ => "recientes",
    };

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
