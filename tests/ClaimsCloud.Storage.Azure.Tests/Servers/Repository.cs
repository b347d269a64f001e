namespace ClaimsCloud.Storage.Azure.Tests.Servers;

internal static class Repository {
    public static string Folder { get; } = Find(new(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo from) {
        for (var at = from; at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "ClaimsCloud.sln"))) return at.FullName;
        throw new DirectoryNotFoundException("The tests run outside of the repository.");
    }
}
