namespace ClaimsCloud.Application.Tests.Guards;

internal static class Routing {
    /// <summary>A route with a value for each of its parameters.</summary>
    public static string Fill(string route, Func<string, string> value) =>
        string.Join('/', route.Split('/').Select(part => part.StartsWith('{') ? value(part.Trim('{', '}')) : part));
}
