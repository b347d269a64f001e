using System.Text.Encodings.Web;
using System.Text.Unicode;
using ClaimsCloud.Hosting;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal;

/// <summary>The host of every page. It keeps nothing: what it shows it reads from the functions host, in the name of the person whose token came with the call.</summary>
public sealed class PortalHost : IAsyncDisposable {
    private PortalHost(WebApplication app) => App = app;

    public WebApplication App { get; }

    /// <summary>Where it listens; known once it has started.</summary>
    public Uri Address => new(App.Urls.First());

    public static PortalHost Build(PortalOptions options) {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(options.Url);
        builder.WebHost.ConfigureKestrel(kestrel => {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = PageTable.LargestForm;
        });
        PortalLog.Configure(builder.Logging, options.Logging);
        builder.AddTelemetry("portal", options.Collector);
        builder.Services.AddSingleton(options.Time);
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddSingleton<Assets>();
        builder.Services.AddRazorComponents();
        builder.Services.AddVisits(options);
        builder.Services.AddCloudApi(options.Functions);

        var app = builder.Build();
        app.UseNamedSpans();
        app.UseMiddleware<ErrorPages>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapPages();
        return new(app);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
