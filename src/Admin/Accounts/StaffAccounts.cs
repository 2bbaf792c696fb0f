using CoopAssistant.Admin.Access;
using CoopAssistant.Data;
using CoopAssistant.Data.Staff;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Admin.Accounts;

/// <summary>Accounts without pages: enough for the command line to open one.</summary>
public static class StaffAccounts
{
    /// <summary>Invitations made here open in the admin app because both share keys (in the database) and this name.</summary>
    private const string ApplicationName = "CoopAssistant.Admin";

    public static IServiceCollection AddStaffAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<AdminOptions>().Bind(configuration.GetSection("Admin")).ValidateDataAnnotations();
        services.AddDataProtection().SetApplicationName(ApplicationName);
        services.AddIdentityCore<StaffMember>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.Password.RequiredLength = 12;
                identity.Password.RequiredUniqueChars = 6;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                identity.Lockout.AllowedForNewUsers = true;
            })
            .AddEntityFrameworkStores<CoopDbContext>()
            .AddErrorDescriber<SpanishIdentityErrors>()
            .AddPasswordValidator<NotTheObvious>()
            .AddClaimsPrincipalFactory<StaffClaims>()
            .AddDefaultTokenProviders();
        services.AddOptions<DataProtectionTokenProviderOptions>()
            .Configure<IOptions<AdminOptions>>((tokens, admin) => tokens.TokenLifespan = admin.Value.InvitationLifetime);
        services.AddSingleton<StaffTerritory>();
        services.AddScoped<Invitations>();
        services.AddScoped<StaffAllies>();
        services.AddScoped<AddStaffMember>();
        return services;
    }
}
