using System.Globalization;
using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Allies;
using CoopAssistant.Admin.Allies.Referrals;
using CoopAssistant.Admin.Assets;
using CoopAssistant.Admin.Audit;
using CoopAssistant.Admin.Authoring;
using CoopAssistant.Admin.Broadcasts;
using CoopAssistant.Admin.Communities;
using CoopAssistant.Admin.Contents;
using CoopAssistant.Admin.Conversations;
using CoopAssistant.Admin.Deliveries;
using CoopAssistant.Admin.Exports;
using CoopAssistant.Admin.Figures;
using CoopAssistant.Admin.Groups;
using CoopAssistant.Admin.Groups.FollowUp;
using CoopAssistant.Admin.Groups.Law;
using CoopAssistant.Admin.Learning;
using CoopAssistant.Admin.Meetings;
using CoopAssistant.Admin.PaperLists;
using CoopAssistant.Admin.Posters;
using CoopAssistant.Admin.Registrations;
using CoopAssistant.Admin.Security;
using CoopAssistant.Admin.Service;
using CoopAssistant.Admin.Shell;
using CoopAssistant.Admin.Staff;
using CoopAssistant.Admin.Start;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Admin.Words;
using CoopAssistant.Data.Staff;
using CoopAssistant.Messaging.Broadcasts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Radzen;

namespace CoopAssistant.Admin;

/// <summary>What staff meet: a Blazor app with its own accounts, for a web application of its own.</summary>
public static class AdminModule
{
    /// <summary>Everything the admin app needs of its own. The modules and Data are added by the host.</summary>
    public static IServiceCollection AddAdmin(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddStaffAccounts(configuration);
        services.AddSingleton<FirstAdministratorLink>();
        services.AddSingleton<AssetLibrary>();
        services.AddSingleton<PosterPaper>();
        services.AddScoped<PosterSpots>();
        services.AddSingleton<SegmentPlaces>();
        services.AddOptions<BroadcastOptions>().Bind(configuration.GetSection("Broadcasts")).ValidateDataAnnotations();
        services.AddScoped<StaffNames>();
        services.AddScoped<StaffSessions>();
        services.AddScoped<ListStaff>();
        services.AddScoped<Colleagues>();
        services.AddSingleton<TypingWatch>();
        services.AddSingleton<CannedWords>();
        services.AddScoped<MoveMany>();
        services.AddScoped<RegistrationsExport>();
        services.AddSingleton<PaperListWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<PaperListWorker>());
        services.AddSingleton<ExportQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<ExportQueue>());
        services.AddSingleton<FactsToReview>();
        services.AddScoped<ReadMonthlyReport>();
        services.AddScoped<ReadFollowUpReport>();
        services.AddWork();
        services.AddServiceClock();
        services.AddHostedService<HandBackWhatIsSilent>();
        services.AddScoped<WordsAction>();
        services.AddScoped<OfficeAccounts>();
        services.AddScoped<ChangeStaffMember>();
        services.AddSingleton<StaffPlaces>();
        services.AddSingleton<IInterceptor, StaffWrites>();
        services.AddScoped<ThreadReader>();
        services.AddSingleton<ShownPass>();
        services.AddSingleton<Programmes>();
        services.TryAddSingleton(new ChatAddress(null, "http://localhost:5080"));
        services.AddScoped<MeetingCalendars>();
        services.AddSingleton<DoorSheet>();
        services.AddHostedService<KnowAlliesAtStart>();

        services.AddHttpContextAccessor();
        services.AddCascadingAuthenticationState();
        services.AddRazorComponents();
        services.AddRadzenComponents();
        services.AddAntiforgery();
        services.AddDoorLimits();
        services.AddOptions<AntiforgeryOptions>()
            .Configure<IOptions<AdminOptions>>((antiforgery, admin) => Name(antiforgery.Cookie, "formulario", admin.Value));
        // Behind a proxy on the same machine that speaks https to browsers; others are not believed.
        services.Configure<ForwardedHeadersOptions>(proxy => proxy.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        AddSignIn(services);
        return services;
    }

    /// <summary>The whole pipeline of the admin app: to be called on a web application that serves nothing else.</summary>
    public static WebApplication MapAdmin(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var spanish = CultureInfo.GetCultureInfo("es");
        app.UseForwardedHeaders();
        if (app.Services.GetRequiredService<IOptions<AdminOptions>>().Value.IsHttps) app.UseHsts();
        app.UseSecurityHeaders();
        app.UseRateLimiter();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/no-encontrado", "?estado={0}", createScopeForStatusCodePages: true);
        app.UseExplanationsByGet();
        app.UseRequestLocalization(localization =>
        {
            localization.DefaultRequestCulture = new(spanish);
            localization.SupportedCultures = localization.SupportedUICultures = [spanish];
        });
        app.UseRouting();
        app.UseAuthentication();
        app.UseSecondStep();
        app.UseAuthorization();
        app.UseLessonTerritory(); // before the token is judged: a form with a wrong one cannot be read any more
        app.UseAntiforgery();
        app.UseWholeForms();

        app.MapAssets();
        app.MapAccounts();
        app.MapStaff();
        app.MapAudit();
        app.MapRegistrations();
        app.MapExports();
        app.MapPaperLists();
        app.MapConversations();
        app.MapInbox();
        app.MapDeliveries();
        app.MapBroadcasts();
        app.MapPosters();
        app.MapOutline();
        app.MapLessons();
        app.MapPacks();
        app.MapLearning();
        app.MapFigures();
        app.MapHours();
        app.MapCommunities();
        app.MapGroups();
        app.MapGroupLaw();
        app.MapFollowUps();
        app.MapMeetings();
        app.MapWords();
        app.MapAllies();
        app.MapReferrals();
        app.MapRazorComponents<App>();
        return app;
    }

    /// <summary>What the first page lists; other rooms add theirs beside their own registrations.</summary>
    private static void AddWork(this IServiceCollection services)
    {
        services.AddSingleton<RehearseWorkList>();
        services.AddScoped<IWorkSource, WaitingConversations>();
        services.AddScoped<IWorkSource, OverdueConversations>();
        services.AddScoped<IWorkSource, OverdueRegistrations>();
        services.AddScoped<IWorkSource, ReturnedInformation>();
        services.AddScoped<IWorkSource, NewRegistrations>();
        services.AddScoped<IWorkSource, RegistrationsInReview>();
        services.AddScoped<IWorkSource, RegistrationsWithoutInformation>();
        services.AddScoped<IWorkSource, DuplicatedDocuments>();
        services.AddScoped<IWorkSource, ExpectedOfGroups>();
        services.AddScoped<IWorkSource, LateSteps>();
        services.AddScoped<IWorkSource, FollowUpWork>();
        services.AddScoped<IWorkSource, MeetingsToClose>();
        services.AddScoped<IWorkSource, FailedDeliveries>();
        services.AddScoped<IWorkSource, LateReferrals>();
        services.AddScoped<IWorkSource, LateCommitments>();
        services.AddScoped<IWorkSource, RenewalsDue>();
        services.AddScoped<IWorkSource, ReferralsToAnswer>();
        services.AddScoped<IWorkSource>(provider => provider.GetRequiredService<FactsToReview>());
        services.AddScoped<IWorkSource, OutdatedVoices>();
    }

    private static void AddSignIn(IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddSignInManager();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<IOptions<AdminOptions>>((cookies, admin) =>
            {
                Name(cookies.Cookie, "sesion", admin.Value);
                cookies.ExpireTimeSpan = admin.Value.SessionLifetime;
                cookies.SlidingExpiration = true;
                cookies.LoginPath = "/entrar";
                cookies.AccessDeniedPath = "/sin-permiso";
                cookies.ReturnUrlParameter = "a";
                cookies.Events.OnValidatePrincipal = StaffSessions.Validate;
                cookies.Events.OnRedirectToLogin = SignInAgain.Leading(cookies);
            });
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme)
            .Configure<IOptions<AdminOptions>>((cookies, admin) => Name(cookies.Cookie, "paso", admin.Value));
        services.AddPermissions();
    }

    private static void AddSignInManager(this IServiceCollection services)
    {
        services.AddScoped<SignInManager<StaffMember>, StaffSignIn>();
        services.AddScoped<ISecurityStampValidator, SecurityStampValidator<StaffMember>>();
        services.AddScoped<ITwoFactorSecurityStampValidator, TwoFactorSecurityStampValidator<StaffMember>>();
    }

    /// <summary>Over https the name's prefix makes browsers insist on a secure cookie of this very host.</summary>
    private static void Name(CookieBuilder cookie, string name, AdminOptions admin)
    {
        cookie.Name = admin.IsHttps ? "__Host-coop-" + name : "coop-" + name;
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = admin.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }
}
