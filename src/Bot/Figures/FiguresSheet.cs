using System.Globalization;
using System.Text;
using CoopAssistant.Bot.WebChat.Pages;
using CoopAssistant.Programme.Figures;

namespace CoopAssistant.Bot.Figures;

/// <summary>Writes the public page and its CSV: plain tables, no script, words from <c>content/site</c>.</summary>
internal sealed class FiguresSheet(SitePages pages, SiteWords words)
{
    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es");
    private static readonly Template Html = Template.Load("Pages/figures.html");

    private string this[string key] => words["figures", key];

    public string Page(IReadOnlyList<PublicFigures> countries, int smallest)
    {
        var parts = new StringBuilder();
        foreach (var country in countries)
        {
            if (countries.Count > 1) parts.Append(CultureInfo.InvariantCulture, $"<h2>{Safe(country.Pack.Country.Name)}</h2>");
            parts.Append(CultureInfo.InvariantCulture, $"<p>{Safe(this["until"].Replace("{mes}", country.Last.ToString("MMMM 'de' yyyy", Spanish), StringComparison.Ordinal))}</p>");
            Facts(parts, country);
            Table(parts, this["regions"], this["region"], country.Regions, this["unknownRegion"]);
            Table(parts, this["rubros"], this["rubro"], country.Rubros, this["unknownRubro"]);
            if (country.FollowUp is { } told) FollowUp(parts, told, countries.Count > 1 ? 3 : 2);
        }
        return Html.Fill(pages.With(("tables", new Template.Html(parts.ToString())), ("note", this["hiddenNote"].Replace("{n}", (smallest - 1).ToString(Spanish), StringComparison.Ordinal))));
    }

    /// <summary>UTF-8 with a mark, so that spreadsheets read its accents. No cell begins as a formula does: all are ours.</summary>
    public byte[] Csv(IReadOnlyList<PublicFigures> countries)
    {
        var text = new StringBuilder("\uFEFF");
        Line(text, this["country"], this["table"], this["row"], this["code"], this["women"]);
        foreach (var country in countries)
        {
            var name = country.Pack.Country.Name;
            foreach (var (title, count) in Stages(country)) Line(text, name, this["title"], title, "", Plain(count));
            foreach (var cell in country.Regions.Cells) Line(text, name, this["regions"], Name(cell, this["unknownRegion"]), cell.Code, Plain(cell.Count));
            foreach (var cell in country.Rubros.Cells) Line(text, name, this["rubros"], Name(cell, this["unknownRubro"]), cell.Code, Plain(cell.Count));
            if (country.FollowUp is not { } told) continue;
            Line(text, name, Period(told), this["told"], "", Plain(told.Cooperatives));
            foreach (var cell in told.People) Line(text, name, Period(told), cell.Name, cell.Code, Plain(cell.Count));
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private void Facts(StringBuilder html, PublicFigures country)
    {
        html.Append("<dl>");
        foreach (var (title, count) in Stages(country)) html.Append(CultureInfo.InvariantCulture, $"<dt>{Safe(title)}</dt><dd>{Shown(count)}</dd>");
        html.Append("</dl>");
    }

    /// <param name="level">Of its heading.</param>
    private void FollowUp(StringBuilder html, PublicFollowUp told, int level)
    {
        html.Append(CultureInfo.InvariantCulture, $"<h{level}>{Safe(Period(told))}</h{level}><p>{Safe(this["followUpNote"])}</p><dl><dt>{Safe(this["told"])}</dt><dd>{Shown(told.Cooperatives)}</dd>");
        foreach (var cell in told.People) html.Append(CultureInfo.InvariantCulture, $"<dt>{Safe(cell.Name)}</dt><dd>{Shown(cell.Count)}</dd>");
        html.Append("</dl>");
    }

    private string Period(PublicFollowUp told) => this["followUp"]
        .Replace("{desde}", told.First.ToString("MMMM", Spanish), StringComparison.Ordinal).Replace("{hasta}", told.Last.ToString("MMMM 'de' yyyy", Spanish), StringComparison.Ordinal);

    private IEnumerable<(string Title, int? Count)> Stages(PublicFigures country) =>
    [
        (this["registered"], country.Regions.Total), (this["grouped"], country.Grouped), (this["inCooperative"], country.InCooperative),
        (this["groups"], country.Groups), (this["cooperatives"], country.Cooperatives),
    ];

    private void Table(StringBuilder html, string title, string what, PublicTable table, string unknown)
    {
        html.Append(CultureInfo.InvariantCulture, $"<table class=\"figures\"><caption>{Safe(title)}</caption><thead><tr><th scope=\"col\">{Safe(what)}</th><th scope=\"col\">{Safe(this["women"])}</th></tr></thead><tbody>");
        foreach (var cell in table.Cells) html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Safe(Name(cell, unknown))}</th><td>{Shown(cell.Count)}</td></tr>");
        html.Append(CultureInfo.InvariantCulture, $"</tbody><tfoot><tr><th scope=\"row\">{Safe(this["total"])}</th><td>{Shown(table.Total)}</td></tr></tfoot></table>");
    }

    private string Shown(int? count) => count is { } number ? number.ToString("N0", Spanish) : Safe(this["hidden"]);

    private string Plain(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? this["hidden"];

    private static string Name(PublicCell cell, string unknown) => cell.Name.Length > 0 ? cell.Name : unknown;

    private static string Safe(string text) => Template.Letters.Encode(text);

    private static void Line(StringBuilder text, params string[] cells) =>
        text.AppendJoin(',', cells.Select(cell => cell.AsSpan().ContainsAny(",\"\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell)).Append("\r\n");
}
