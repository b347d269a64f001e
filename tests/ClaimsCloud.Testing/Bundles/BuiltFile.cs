using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Claims.Building;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Testing.Bundles;

/// <summary>What a bundle becomes, as bytes and lines.</summary>
public static class BuiltFile {
    private static readonly string[] Payers = ["1", "2"];

    public static IReadOnlyList<PatientClaims> Claims(MonthBundle bundle) => [.. MonthClaims.Build(bundle, FeeSchedules.BuiltIn.For(bundle.Month)!)];

    public static byte[] Bytes(MonthBundle bundle, string reviewOrganization) {
        var file = new MemoryStream();
        var writing = new ClaimFileWriting(file, bundle, reviewOrganization);
        foreach (var claim in Claims(bundle).SelectMany(p => p.Claims).Where(c => c.ReviewOrganization == reviewOrganization)) writing.Write(claim);
        writing.Finish();
        return file.ToArray();
    }

    /// <summary>Lines of both payers' files, without HM and GO.</summary>
    public static IReadOnlyList<string> Lines(MonthBundle bundle) =>
        [.. Payers.SelectMany(p => ClaimText.Decode(Bytes(bundle, p)).Split('\uFFFD', StringSplitOptions.RemoveEmptyEntries))
            .Select(l => l.Trim()).Where(l => l.Length > 2 && !l.StartsWith("HM,", StringComparison.Ordinal) && l != "GO")];

    public static IReadOnlyList<string> Lines(MonthBundle bundle, string record) => [.. Lines(bundle).Where(l => l.StartsWith(record + ",", StringComparison.Ordinal))];
}
