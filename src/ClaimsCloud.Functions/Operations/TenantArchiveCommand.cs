using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Functions.Operations;

/// <summary>
/// <c>backup --Tenant ID --File F</c> writes a tenant into a file and prints its seal; <c>restore --File F --Seal S</c> puts it into other stores. The two
/// together move a tenant; equal lines are the proof. The host of embedded stores must be stopped for it.
/// </summary>
internal static class TenantArchiveCommand {
    public const string BackUp = "backup";
    public const string Restore = "restore";

    /// <summary>Equal for equal tenants.</summary>
    public static string Line(ArchiveProof proof) => $"seal {proof.Seal} documents {proof.Documents} messages {proof.Messages} consumed {proof.Consumed} blobs {proof.Blobs} bytes {proof.BlobBytes}";

    public static async Task<int> Run(string command, FunctionsSettings settings, CancellationToken stop) {
        await using var stores = settings.OpenStores();
        var outcome = command == BackUp ? await Write() : await Read();
        if (!outcome.Succeeded(out var proof, out var refusal)) {
            await Console.Error.WriteLineAsync(refusal.Title);
            return 1;
        }
        Console.WriteLine(Line(proof));
        return 0;

        async Task<Outcome<ArchiveProof>> Write() {
            Outcome<ArchiveProof> written;
            await using (var file = new FileStream(settings["File"], FileMode.CreateNew)) written = await BackUpTenant.Handle(new(settings["Tenant"]), stores, file, stop);
            // What is no backup must not lie there like one.
            if (!written.Succeeded(out _, out _)) File.Delete(settings["File"]);
            return written;
        }

        async Task<Outcome<ArchiveProof>> Read() {
            await using var file = File.OpenRead(settings["File"]);
            return await RestoreTenant.Handle(file, settings["Seal"], stores, stop);
        }
    }
}
