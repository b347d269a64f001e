using System.Runtime.CompilerServices;
using System.Text;

namespace ClaimsCloud.Application.Tests.CustomHandler;

/// <summary>The host's calls as they lie in <c>HostForm/</c>.</summary>
internal static class HostForms {
    public static string Queue(string scope, string file = "queue.json") => Read(file).Replace("SCOPE", scope, StringComparison.Ordinal);

    public static string Timer() => Read("timer.json");

    /// <summary>The call as the host makes it, with the marks that it sets.</summary>
    public static HttpRequestMessage Call(string function, string body) {
        var call = new HttpRequestMessage(HttpMethod.Post, function) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        call.Headers.Add("X-Azure-Functions-HostVersion", "4.1040.200.0");
        call.Headers.Add("X-Azure-Functions-InvocationId", "8d0c8d3e-9d8b-4f0e-9a3b-6f6f6a3b1c11");
        call.Headers.TryAddWithoutValidation("User-Agent", "Azure-Functions-Host/4.1040.200.0");
        return call;
    }

    private static string Read(string file, [CallerFilePath] string here = "") => File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "HostForm", file));
}
