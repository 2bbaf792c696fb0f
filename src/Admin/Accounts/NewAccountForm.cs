using System.ComponentModel.DataAnnotations;

namespace CoopAssistant.Admin.Accounts;

/// <summary>What a new colleague fills in. Rules for passwords are Identity's.</summary>
public sealed class NewAccountForm
{
    [Required(ErrorMessage = "Escriba su nombre."), StringLength(80, ErrorMessage = "Use hasta 80 letras.")]
    public string DisplayName { get; set; } = "";

    [Required(ErrorMessage = "Escriba su correo."), EmailAddress(ErrorMessage = "Escriba un correo, por ejemplo ana@ministerio.gob.")]
    public string Email { get; set; } = "";

    [Required(ErrorMessage = "Elija una contraseña.")]
    public string Password { get; set; } = "";

    [Required(ErrorMessage = "Repita la contraseña."), Compare(nameof(Password), ErrorMessage = "Las dos contraseñas no son iguales.")]
    public string Again { get; set; } = "";
}
