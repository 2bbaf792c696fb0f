using CoopAssistant.Data.Staff;
using Microsoft.AspNetCore.Identity;

namespace CoopAssistant.Admin.Accounts;

/// <summary>Refuses a password that holds the person's own name or e-mail, or that everybody tries first.</summary>
internal sealed class NotTheObvious : IPasswordValidator<StaffMember>
{
    private static readonly string[] TriedFirst = ["contrase", "password", "12345678", "qwerty", "cooperativa", "administrador", "mitradel", "cambiandovidas"];

    public Task<IdentityResult> ValidateAsync(UserManager<StaffMember> manager, StaffMember user, string? password)
    {
        var sayable = TriedFirst.Concat((user.DisplayName + " " + user.Email?.Split('@')[0]).Split([' ', '.', '-', '_'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 4));
        var left = sayable.Aggregate(password ?? "", (text, word) => text.Replace(word, "", StringComparison.OrdinalIgnoreCase));
        return Task.FromResult(left.Length >= 8 ? IdentityResult.Success : IdentityResult.Failed(new IdentityError
        {
            Code = "PasswordObvious",
            Description = "Esa contraseña es fácil de adivinar. Use varias palabras que no sean su nombre, su correo ni el programa.",
        }));
    }
}
