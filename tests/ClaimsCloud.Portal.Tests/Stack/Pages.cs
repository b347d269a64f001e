using ClaimsCloud.Testing;

namespace ClaimsCloud.Portal.Tests.Stack;

internal static class Pages {
    /// <summary>Waits until the check of a file ended.</summary>
    public static async Task Settled(StackStation station, string fileId) {
        using var visitor = await station.Visit();
        await Eventually.Holds($"the check of {fileId} ended", async () => !(await Html(visitor, $"/files/{fileId}")).Contains("id=\"progress\"", StringComparison.Ordinal));
    }

    public static async Task Shows(StackStation station, string path, string text) {
        using var visitor = await station.Visit();
        await Eventually.Holds($"{path} shows {text}", async () => (await Html(visitor, path)).Contains(text, StringComparison.Ordinal));
    }

    public static async Task<string> Html(Visitor visitor, string path) {
        using var answer = await visitor.Get(path);
        return await answer.Content.ReadAsStringAsync();
    }
}
