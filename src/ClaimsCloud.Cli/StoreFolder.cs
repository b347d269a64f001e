using System.CommandLine;
using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Cli;

/// <summary>The folder of <c>--store</c>: imported fee tables (<see cref="FeeStore"/>) and the imported table of care codes (<see cref="CareCodeStore"/>).</summary>
internal static class StoreFolder {
    public static Option<string?> Option() => new("--store") { Description = "取り込んだ料金表を置くフォルダー。" };

    /// <summary>Null when a named store cannot be used: claims by other amounts than the imported ones would be wrong.</summary>
    public static FeeSchedules? Schedules(string? folder) {
        if (folder is null) return FeeSchedules.BuiltIn;
        if (!Directory.Exists(folder)) {
            Console.Error.WriteLine($"料金表のフォルダー {folder} がありません。");
            return null;
        }
        try {
            var store = FeeStore.Open(folder);
            foreach (var problem in store.Problems) Console.Error.WriteLine($"{problem.Message}{problem.Fix}");
            return store.Problems.Count == 0 ? store.Schedules : null;
        } catch (Exception e) when (e is IOException or UnauthorizedAccessException) {
            Console.Error.WriteLine($"{folder} を読めません。{e.Message}");
            return null;
        }
    }
}
