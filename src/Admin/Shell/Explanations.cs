using System.IO.Pipelines;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CoopAssistant.Admin.Shell;

/// <summary>The page that explains a refusal or a failure is asked for by GET, also where a form was refused: nobody sends the form to it.</summary>
internal static class Explanations
{
    public static IApplicationBuilder UseExplanationsByGet(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var explains = http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null;
        if (explains)
        {
            http.Request.Method = HttpMethods.Get;
            // The form's verdict is spoken; kept, it would refuse the page that explains it.
            http.Features.Set<IAntiforgeryValidationFeature>(null);
        }
        var body = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        if (!explains && HttpMethods.IsPost(http.Request.Method)) http.Features.Set<IHttpResponseBodyFeature>(new WithoutRefusals(body, http.Response));
        try
        {
            await next(http);
        }
        finally
        {
            http.Features.Set(body);
        }

        // A refused form has a content type but no content, which would pass for an answer.
        if (explains || http.Response.HasStarted || http.Response.StatusCode < StatusCodes.Status400BadRequest) return;
        http.Response.ContentType = null;
        if (http.Response.StatusCode != StatusCodes.Status400BadRequest) return;
        if (IsAtTheDoor(http)) Again(http);
        else FormGone.Note(http);
    });

    /// <summary>Before signing in no page explains: it would lead to the sign-in.</summary>
    private static bool IsAtTheDoor(HttpContext http) =>
        http.User.Identity?.IsAuthenticated != true && HttpMethods.IsPost(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    /// <summary>The page says itself how it stands.</summary>
    private static void Again(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = http.Request.PathBase + http.Request.Path + http.Request.QueryString;
    }

    /// <summary>In Development the framework refuses a form with an English sentence for developers, and who reads it is staff all the same: it is not sent.</summary>
    private sealed class WithoutRefusals(IHttpResponseBodyFeature inner, HttpResponse response) : IHttpResponseBodyFeature
    {
        public Stream Stream => IsRefusal ? Stream.Null : inner.Stream;

        public PipeWriter Writer => IsRefusal ? PipeWriter.Create(Stream.Null) : inner.Writer;

        private bool IsRefusal => !response.HasStarted && response.StatusCode == StatusCodes.Status400BadRequest && response.ContentType?.StartsWith("text/", StringComparison.Ordinal) == true;

        public Task StartAsync(CancellationToken cancellationToken = default) => IsRefusal ? Task.CompletedTask : inner.StartAsync(cancellationToken);

        public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) => inner.SendFileAsync(path, offset, count, cancellationToken);

        public Task CompleteAsync() => inner.CompleteAsync();

        public void DisableBuffering() => inner.DisableBuffering();
    }
}
