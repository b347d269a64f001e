using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;

namespace ClaimsCloud.Functions.Operations;

/// <summary>
/// <c>remove --Tenant ID --File F</c> takes a station out of these stores: it lets nobody in any more, writes all of it into the file and then removes what is in it. It prints the line of
/// <c>backup</c>; <c>restore</c> with file and seal brings the station back. After a crash it is called again with the same file. A file with other contents is left alone. The host of embedded stores must be stopped for it.
/// </summary>
internal static class RemoveStationCommand {
    public const string Name = "remove";

    public static async Task<int> Run(FunctionsSettings settings, TextWriter output, TextWriter errors, TimeProvider time, CancellationToken stop) {
        Outcome<ArchiveProof> removed;
        await using (var stores = settings.OpenStores())
        await using (var file = new FileStream(settings["File"], FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
            removed = await RemoveStation.Handle(new(settings["Tenant"]), file, stores, time, new RandomIds(), stop);
        if (removed.Succeeded(out var proof, out var refusal)) {
            await output.WriteLineAsync(TenantArchiveCommand.Line(proof));
            return 0;
        }
        if (new FileInfo(settings["File"]).Length == 0) File.Delete(settings["File"]);
        await errors.WriteLineAsync(refusal.Title);
        return 1;
    }
}
