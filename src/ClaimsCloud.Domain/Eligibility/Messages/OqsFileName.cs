using System.Text.RegularExpressions;

namespace ClaimsCloud.Domain.Eligibility.Messages;

/// <summary>What a file of the interface is, by its name.</summary>
public enum OqsFileRole {
    Request,
    Answer,
    /// <summary>A result that a card reader pushed, without a request.</summary>
    FaceResult,
}

/// <summary>
/// A file name of the interface: <c>OQSsiquc01req_20260401090001.xml</c>, <c>OQSmuquc02res_….zip</c>,
/// <c>OQSsiquc01res_face_….xml</c>. A face result's name also begins like an answer's; it is told apart here and nowhere else.
/// </summary>
/// <param name="Prefix">Without step: <c>OQSsiquc</c>.</param>
/// <param name="Step">1 or 2; 2 fetches the answer of a bulk request.</param>
/// <param name="Suffix">What follows <c>_</c> or <c>_face_</c>, the same in request and answer.</param>
/// <param name="Extension">Lower case, without dot: <c>xml</c>, <c>zip</c>, <c>pdf</c> or <c>err</c>.</param>
public sealed partial record OqsFileName(string Prefix, int Step, OqsFileRole Role, string Suffix, string Extension) {
    /// <summary>Null when the prefix is known to nobody.</summary>
    public OqsInterface? Interface => OqsInterface.Find(Prefix);

    /// <summary>Null for what is known by name only, and for what is not known at all.</summary>
    public OqsFamily? Family => Interface?.Family;

    /// <summary>True for the answer that carries results, not a 受付番号.</summary>
    public bool CarriesResults => Role != OqsFileRole.Request && (Interface?.Steps == 1 || Step == 2);

    /// <param name="fileName">Without folder.</param>
    /// <returns>Null when the name is not one of this interface.</returns>
    public static OqsFileName? Parse(string fileName) {
        if (Pattern().Match(fileName) is not { Success: true } match) return null;
        var face = match.Groups["face"].Success;
        var role = match.Groups["role"].Value == "req" ? OqsFileRole.Request : face ? OqsFileRole.FaceResult : OqsFileRole.Answer;
        if (face && role == OqsFileRole.Request) return null;
        return new(match.Groups["prefix"].Value, match.Groups["step"].Value[1] - '0', role, match.Groups["suffix"].Value, match.Groups["extension"].Value);
    }

    public override string ToString() =>
        $"{Prefix}{Step:00}{(Role == OqsFileRole.Request ? "req" : "res")}_{(Role == OqsFileRole.FaceResult ? "face_" : "")}{Suffix}.{Extension}";

    [GeneratedRegex("^(?<prefix>(?:OQS|YZK|TKK|CIP|PMH)(?:si|mu)[a-z]{3})(?<step>0[1-9])(?<role>req|res)_(?<face>face_)?(?<suffix>[^/\\\\]{1,150})\\.(?<extension>xml|zip|pdf|err)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
