using System.IO.Pipelines;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
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
        else if (HttpMethods.IsPost(http.Request.Method)) http.Features.Set<IHttpResponseBodyFeature>(new WithoutRefusals(http.Features.GetRequiredFeature<IHttpResponseBodyFeature>(), http.Response));
        await next(http);

        // A refused form has a content type but no content, which would pass for an answer.
        if (explains || http.Response.HasStarted || http.Response.StatusCode < StatusCodes.Status400BadRequest) return;
        http.Response.ContentType = null;
        if (http.Response.StatusCode == StatusCodes.Status400BadRequest) FormGone.Note(http);
    });

    /// <summary>In Development the framework refuses a form with an English sentence for developers, and who reads it is staff all the same: it is not sent.</summary>
    private sealed class WithoutRefusals(IHttpResponseBodyFeature inner, HttpResponse response) : IHttpResponseBodyFeature
    {
        public Stream Stream => IsRefusal ? Stream.Null : inner.Stream;

        public PipeWriter Writer => IsRefusal ? PipeWriter.Create(Stream.Null) : inner.Writer;

        private bool IsRefusal => !response.HasStarted && response is { StatusCode: StatusCodes.Status400BadRequest, ContentType: "text/plain" };

        public Task StartAsync(CancellationToken cancellationToken = default) => IsRefusal ? Task.CompletedTask : inner.StartAsync(cancellationToken);

        public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) => inner.SendFileAsync(path, offset, count, cancellationToken);

        public Task CompleteAsync() => inner.CompleteAsync();

        public void DisableBuffering() => inner.DisableBuffering();
    }
}
