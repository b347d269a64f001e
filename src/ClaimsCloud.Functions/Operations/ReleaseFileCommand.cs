using System.Security.Cryptography;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Functions.Operations;

/// <summary>
/// <c>release-sign --Program F --Version V --Runtime R --Ring lab --KeyFile K --File OUT</c> makes a release file; without <c>--Program</c> it lets out one that is there as far
/// as another ring. <c>release-approve --File F --Person NAME --KeyFile K</c> adds a person's word that it may go in in the billing days. Both are for a machine of the
/// vendor that has the key (P-256, PEM) and no line to the cloud: the file is given in at the desk's page.
/// </summary>
internal static class ReleaseFileCommand {
    public const string Sign = "release-sign";
    public const string Approve = "release-approve";

    public static async Task<int> Run(string command, IConfiguration settings, CancellationToken stop) {
        using var key = ECDsa.Create();
        key.ImportFromPem(await File.ReadAllTextAsync(Setting("KeyFile"), stop));
        var program = settings["Program"] ?? Setting("File");
        await using (var source = File.OpenRead(program)) {
            var release = command == Sign && program == settings["Program"] ? await New(source)
                : await EdgeRelease.ReadNotice(source, stop) ?? throw new InvalidOperationException($"{program} is no release file.");
            release = command == Sign ? Signed(release with { Ring = Enum.Parse<ReleaseRing>(Setting("Ring"), ignoreCase: true) }) : Approved(release, Setting("Person"));
            await using var file = new FileStream(Setting("File") + ".part", FileMode.Create);
            await file.WriteAsync(release.ToNotice(), stop);
            await source.CopyToAsync(file, stop);
            Console.WriteLine($"version {release.Version} runtime {release.Runtime} ring {release.Ring} sha256 {release.Sha256} approvals {release.Approvals.Count}");
        }
        File.Move(Setting("File") + ".part", Setting("File"), overwrite: true);
        return 0;

        async Task<EdgeRelease> New(Stream bytes) {
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, stop));
            bytes.Position = 0;
            var version = EdgeRelease.VersionOf(Setting("Version")) ?? throw new InvalidOperationException("The version has three numbers: 1.2.3.");
            return new(version.ToString(), default, Setting("Runtime"), hash, "", []);
        }

        EdgeRelease Signed(EdgeRelease release) => release with { Signature = EdgeProof.Sign(key, release.ToSign()) };

        EdgeRelease Approved(EdgeRelease release, string person) =>
            release with { Approvals = [.. release.Approvals.Where(a => a.Person != person), new(person, EdgeProof.Sign(key, release.ToApprove()))] };

        string Setting(string name) => settings[name] ?? throw new InvalidOperationException($"Setting {name} is missing (--{name} or CLAIMSCLOUD_{name}).");
    }
}
