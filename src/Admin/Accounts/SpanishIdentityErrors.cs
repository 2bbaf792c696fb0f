using Microsoft.AspNetCore.Identity;

namespace CoopAssistant.Admin.Accounts;

/// <summary>What Identity refuses, said in Spanish.</summary>
internal sealed class SpanishIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Say(nameof(DefaultError), "No se pudo guardar la cuenta.");
    public override IdentityError ConcurrencyFailure() => Say(nameof(ConcurrencyFailure), "Alguien más cambió esta cuenta. Vuelva a intentarlo.");
    public override IdentityError InvalidToken() => Say(nameof(InvalidToken), "El enlace ya no sirve. Pida otro.");
    public override IdentityError InvalidEmail(string? email) => Say(nameof(InvalidEmail), "El correo no está bien escrito.");
    public override IdentityError InvalidUserName(string? userName) => Say(nameof(InvalidUserName), "El correo no está bien escrito.");
    public override IdentityError DuplicateEmail(string email) => Say(nameof(DuplicateEmail), "Ya hay una cuenta con ese correo.");
    public override IdentityError DuplicateUserName(string userName) => Say(nameof(DuplicateUserName), "Ya hay una cuenta con ese correo.");
    public override IdentityError PasswordTooShort(int length) => Say(nameof(PasswordTooShort), $"La contraseña necesita al menos {length} caracteres.");
    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Say(nameof(PasswordRequiresUniqueChars), $"La contraseña necesita al menos {uniqueChars} caracteres distintos.");

    private static IdentityError Say(string code, string sentence) => new() { Code = code, Description = sentence };
}
