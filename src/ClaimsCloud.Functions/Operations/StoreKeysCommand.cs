using System.Globalization;
using ClaimsCloud.Storage.Embedded;
using ClaimsCloud.Storage.Embedded.Keys;

namespace ClaimsCloud.Functions.Operations;

/// <summary>
/// Keys of embedded stores, while their host is stopped. <c>new-store-key --StoreKeysFile F</c> appends a key, in a new file where there is none; <c>encrypt-stores</c>, <c>decrypt-stores</c> and
/// <c>reseal-stores</c> (<c>--DataFolder D --StoreKeysFile F</c>) write the stores anew: under the newest key, or in the clear. They print a line a scope with counts and hashes.
/// </summary>
internal static class StoreKeysCommand {
    public const string NewKey = "new-store-key", Encrypt = "encrypt-stores", Decrypt = "decrypt-stores", Reseal = "reseal-stores";

    public static async Task<int> Run(string command, FunctionsSettings settings, CancellationToken stop) {
        var file = settings["StoreKeysFile"];
        if (command == NewKey) {
            Append(file);
            return 0;
        }
        var keys = StoreKeys.Read(file);
        var proofs = await StoresRewrite.Run(settings["DataFolder"], command == Encrypt ? null : keys, command == Decrypt ? null : keys, stop);
        foreach (var p in proofs)
            Console.WriteLine($"{p.Scope} documents {p.Documents} messages {p.Messages} consumed {p.Consumed} rows {p.RowsSha256} blobs {p.Blobs} bytes {p.BlobBytes} contents {p.BlobsSha256}");
        return 0;
    }

    /// <summary>Numbers go up; what stands in the file stays: older rows are read with it.</summary>
    private static void Append(string file) {
        var number = File.Exists(file) ? StoreKeys.Read(file).Current + 1 : 1;
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var text = new StreamWriter(file, options);
        text.Write(StoreKeys.NewLine(number));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"key {number}"));
    }
}
