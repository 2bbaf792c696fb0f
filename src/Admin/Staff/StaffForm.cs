using System.ComponentModel.DataAnnotations;
using CoopAssistant.Data.Staff;

namespace CoopAssistant.Admin.Staff;

/// <summary>Who, what for and where: what an administrator fills in for a colleague.</summary>
public sealed class StaffForm
{
    [Required(ErrorMessage = "Escriba el nombre."), StringLength(80, ErrorMessage = "Use hasta 80 letras.")]
    public string DisplayName { get; set; } = "";

    [Required(ErrorMessage = "Escriba el correo."), EmailAddress(ErrorMessage = "Escriba un correo, por ejemplo ana@ministerio.gob.")]
    public string Email { get; set; } = "";

    public StaffRole Role { get; set; } = StaffRole.Registrar;

    /// <summary>See <c>StaffPlaces</c>.</summary>
    public string? Place { get; set; }

    /// <summary>Id of the institution, for who works for one; else empty.</summary>
    public string? Ally { get; set; }

    /// <summary>Identity's stamp of the account as it was shown; empty for a new one.</summary>
    public string? Seen { get; set; }
}
