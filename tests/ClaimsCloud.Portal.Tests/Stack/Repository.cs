namespace ClaimsCloud.Portal.Tests.Stack;

internal static class Repository {
    /// <summary>The folder of the solution, found from where the tests run.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "ClaimsCloud.sln")) ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository."));
}
