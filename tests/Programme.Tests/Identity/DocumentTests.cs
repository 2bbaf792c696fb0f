using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Tests.Packs;

namespace CoopAssistant.Programme.Tests.Identity;

/// <summary>Documents and phones by the rules the shipped packs carry (domain page, 2.3 and 2.4).</summary>
public class DocumentTests
{
    private static readonly ProgrammePacks Packs = ProgrammePackReader.ReadAll(ContentFolder.Shipped);

    [Theory]
    [InlineData("1PI-12-345", "1PI-12-345"), InlineData("PE-12-1234", "PE-12-1234"), InlineData("8-123-456", "8-123-456"), InlineData("10-45-678", "10-45-678")]
    [InlineData("E-8-123456", "E-8-123456"), InlineData("8-1001-2345", "8-1001-2345"), InlineData("8 123 456", "8-123-456"), InlineData("08-0123-000456", "8-123-456")]
    [InlineData("8av-12-34", "8AV-12-34"), InlineData("8–123–456", "8-123-456"), InlineData("8.123.456", "8-123-456"), InlineData("8/123/456", "8-123-456"), InlineData("14-1-22", "14-1-22")]
    [InlineData("n-19-1234", "N-19-1234"), InlineData("mi cédula es 8-123-456", "8-123-456"), InlineData("es la 8 123 456, gracias", "8-123-456")]
    public void A_cedula_is_cleaned_up_and_kept_canonical(string typed, string kept)
    {
        var document = IdentityDocument.Read(Packs.Find("PA")!.Document, typed);

        Assert.Equal(kept, document);
    }

    [Theory]
    [InlineData("0-1-1"), InlineData("88-1-1"), InlineData("8-123"), InlineData("15-1-1"), InlineData("hola"), InlineData(""), InlineData("8-12345-1"), InlineData("8-1-1234567")]
    public void What_is_no_cedula_is_refused(string typed)
    {
        var document = IdentityDocument.Read(Packs.Find("PA")!.Document, typed);

        Assert.Null(document);
    }

    [Theory]
    [InlineData("1234567", "1234567"), InlineData("1234567 LP", "1234567 LP"), InlineData("1234567lp", "1234567 LP"), InlineData("1234567-1A", "1234567-1A"), InlineData("1234567 1a lp", "1234567-1A LP")]
    [InlineData("mi carnet es 1234567 cb", "1234567 CB"), InlineData("CI 4567890", "4567890"), InlineData("E-1234567", "E-1234567"), InlineData("9876543.SC", "9876543 SC"), InlineData("1234", "1234")]
    public void A_carnet_keeps_number_complement_and_place_of_issue(string typed, string kept)
    {
        var document = IdentityDocument.Read(Packs.Find("BO")!.Document, typed);

        Assert.Equal(kept, document);
    }

    [Theory]
    [InlineData("123"), InlineData("abc"), InlineData("12345678901"), InlineData("LP")]
    public void What_is_no_carnet_is_refused(string typed)
    {
        var document = IdentityDocument.Read(Packs.Find("BO")!.Document, typed);

        Assert.Null(document);
    }

    [Theory]
    [InlineData("8-123-456", "3456"), InlineData("8-1-2", "812"), InlineData("1234567 LP", "4567"), InlineData("1234567-1A LP", "4567"), InlineData("1234567-1A", "4567"), InlineData("PE-12-1234", "1234")]
    public void The_end_of_a_document_is_what_people_say(string document, string end)
    {
        var said = DocumentEnd.Of(document);

        Assert.Equal(end, said);
    }

    [Theory]
    [InlineData("4567", true), InlineData("termina en 4567", true), InlineData("1234567", false), InlineData("1234567 lp", true), InlineData("4568", false), InlineData("4565 4566 4567", false), InlineData("", false), InlineData("567", false)]
    public void One_end_is_one_guess(string typed, bool matches)
    {
        var proved = DocumentEnd.Matches(typed, "1234567 LP");

        Assert.Equal(matches, proved);
    }

    [Theory]
    [InlineData("PA", "6123-4567", "+50761234567"), InlineData("PA", "+507 6123 4567", "+50761234567"), InlineData("PA", "mi número es 6123-4567", "+50761234567"), InlineData("PA", "998-1234", "+5079981234")]
    [InlineData("BO", "71234567", "+59171234567"), InlineData("BO", "+591 6 123 4567", "+59161234567"), InlineData("BO", "071234567", "+59171234567"), InlineData("BO", "2-2123456", "+59122123456")]
    [InlineData("PA", "12345", null), InlineData("BO", "51234567", null), InlineData("PA", "hola", null), InlineData("PA", "+57 300 1234567", null)]
    public void A_phone_is_kept_with_its_country(string country, string typed, string? kept)
    {
        var phone = Packs.Find(country)!.Phone.Read(typed);

        Assert.Equal(kept, phone);
    }

    [Theory]
    [InlineData("este", true), InlineData("a este mismo", true), InlineData("al mismo número", true), InlineData("sí, este", true), InlineData("por aquí nomás", true), InlineData("mi esposo", false), InlineData("", false), InlineData("número", false)]
    public void Este_means_the_number_she_writes_from(string typed, bool means)
    {
        var isThis = PhoneWords.MeansThisOne(typed);

        Assert.Equal(means, isThis);
    }
}
