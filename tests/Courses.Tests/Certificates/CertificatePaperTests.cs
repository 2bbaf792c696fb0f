using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using CoopAssistant.Courses.Certificates;

namespace CoopAssistant.Courses.Tests.Certificates;

/// <summary>The PDF as other programs read it: Debian's poppler-utils and zbar-tools.</summary>
public sealed class CertificatePaperTests : IDisposable
{
    private const string CheckUrl = "https://chat.example.coop/verificar/7K4MQ-2X9HW";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coop-paper-");

    [Theory]
    [InlineData("María Elena Gómez de Peña")]
    [InlineData("Meri Kädä Jirä Ngäbö Üai")] // Ngäbere
    [InlineData("Igwadule Nagaryai Dummad")] // Guna
    [InlineData("Ch'aska Qoyllur T'ikaña")] // Quechua
    [InlineData("Wara Nayrañ Jaqë Ïsapiri Qamañ Üru")] // Aymara
    [InlineData("Kuñatãi Yvoty Ñasaindy Mbarakaẽ")] // Guaraní
    public void Her_name_her_course_and_the_code_can_be_read_back(string name)
    {
        var file = Print(name);

        var text = Tool.Says("pdftotext", "-layout", file, "-");

        Assert.Contains(name, text.Normalize());
        Assert.Contains("Constancia de práctica", text);
        Assert.Contains("por completar las 40 lecciones del curso «Gestión cooperativa básica»", text);
        Assert.Contains("No reemplaza el curso cooperativo de IPACOOP.", text);
        Assert.Contains("7K4MQ-2X9HW", text);
        Assert.Contains("5 de marzo de 2027", text);
    }

    [Fact]
    public void A_camera_reads_the_address_from_the_square()
    {
        var file = Print("Ana Ríos");
        Tool.Says("pdftoppm", "-r", "110", "-png", "-singlefile", file, Path.Combine(_folder.FullName, "page"));

        Assert.Equal(CheckUrl, Tool.Says("zbarimg", "--quiet", "--raw", Path.Combine(_folder.FullName, "page.png")).Trim());
    }

    [Fact]
    public void It_is_one_small_page_with_its_letters_inside()
    {
        var file = Print("Ana Ríos");

        Assert.Matches(@"Pages:\s+1\b", Tool.Says("pdfinfo", file));
        var fonts = Tool.Says("pdffonts", file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.Matches(@"DejaVu Sans.*\syes\s+yes\s+(yes|no)\s", font)); // embedded, and only the letters used
        Assert.InRange(new FileInfo(file).Length, 1, 60_000);
    }

    [Theory]
    [InlineData("María de los Ángeles Guadalupe Concepción Montenegro Villarreal de Santamaría")]
    [InlineData("María de los Ángeles Guadalupe Concepción del Perpetuo Socorro Montenegro Villarreal de Santamaría y Rodríguez de la Cruz Quispe Mamani")]
    public void A_long_name_stays_on_the_page_whole(string name)
    {
        var page = XDocument.Parse(Tool.Says("pdftotext", "-bbox", Print(name), "-")).Descendants().Single(e => e.Name.LocalName == "page");
        var words = page.Elements().ToList();

        Assert.All(name.Split(' '), word => Assert.Contains(words, found => found.Value.Normalize() == word));
        Assert.All(words, word =>
        {
            Assert.True(Number(word, "xMin") > 20, word.Value);
            Assert.True(Number(word, "xMax") < Number(page, "width") - 20, word.Value);
        });
    }

    [Theory]
    [InlineData("Spanish", "áéíóúüñÁÉÍÓÚÜÑ¿¡«»")]
    [InlineData("Ngäbere, Buglere, Naso, Bribri", "äëïöüÄËÏÖÜãẽĩõũñ'’")]
    [InlineData("Guna, Emberá, Woun meu", "ãẽĩõũ\u0303ʉʌɨöâêîôû")]
    [InlineData("Quechua, Aymara", "äïüñÄÏÜÑ'’ʼ´")]
    [InlineData("Guaraní, Mojeño, Chiquitano", "ãẽĩõũỹñÃẼĨÕŨỸÑ\u0303ɨʼ")]
    public void Every_letter_of_our_languages_has_a_shape(string languages, string letters)
    {
        foreach (var face in new[] { "DejaVuSans", "DejaVuSans-Bold" })
            Assert.True(letters.All(letter => HasShape(face, letter)), $"{languages}, {face}: {string.Join(' ', letters.Where(letter => !HasShape(face, letter)))}");
    }

    private string Print(string name)
    {
        var path = Path.Combine(_folder.FullName, "constancia.pdf");
        File.WriteAllBytes(path, CertificatePaper.Print(new CertificateText(
            "MITRADEL – Cambiando Vidas", "Constancia de práctica", "Se entrega a", name,
            "por completar las 40 lecciones del curso «Gestión cooperativa básica», unas 4 horas de práctica.", "5 de marzo de 2027",
            "Esta constancia es de práctica. No reemplaza el curso cooperativo de IPACOOP.", "Código:", "7K4MQ-2X9HW", "Para comprobarla, entre a:", CheckUrl)));
        return path;
    }

    private static double Number(XElement of, string name) => double.Parse(of.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    /// <summary>Looks a letter up in the font's own table (OpenType cmap, format 4).</summary>
    private static bool HasShape(string face, char letter)
    {
        using var resource = typeof(CertificatePaper).Assembly.GetManifestResourceStream($"Fonts/{face}.ttf")!;
        var font = new byte[resource.Length];
        resource.ReadExactly(font);
        var tables = Enumerable.Range(0, Word(font, 4)).Select(n => 12 + n * 16);
        var cmap = tables.Where(at => Encoding.ASCII.GetString(font, at, 4) == "cmap").Select(at => (int)BinaryPrimitives.ReadUInt32BigEndian(font.AsSpan(at + 8))).Single();
        var maps = Enumerable.Range(0, Word(font, cmap + 2)).Select(n => cmap + (int)BinaryPrimitives.ReadUInt32BigEndian(font.AsSpan(cmap + 8 + n * 8)));
        var map = maps.First(at => Word(font, at) == 4);
        var twice = Word(font, map + 6);
        for (var n = 0; n < twice; n += 2)
        {
            var (end, start) = (Word(font, map + 14 + n), Word(font, map + 16 + twice + n));
            if (letter < start || letter > end) continue;
            var (delta, offsetAt) = (Word(font, map + 16 + 2 * twice + n), map + 16 + 3 * twice + n);
            var offset = Word(font, offsetAt);
            return (offset == 0 ? (letter + delta) & 0xFFFF : Word(font, offsetAt + offset + 2 * (letter - start))) != 0;
        }
        return false;
    }

    private static int Word(byte[] font, int at) => BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(at));

    public void Dispose() => _folder.Delete(recursive: true);
}
