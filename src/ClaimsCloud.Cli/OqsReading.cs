using System.Text.Json;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Eligibility.Messages;

namespace ClaimsCloud.Cli;

/// <summary>What a file of the interface turned out to be.</summary>
/// <param name="Request">Null unless the file is a request.</param>
/// <param name="Refusal">Null unless the file is an <c>.err</c>.</param>
internal sealed record OqsReading(OqsAnswer Answer, ReadRequest? Request, ErrFile? Refusal) {
    public IReadOnlyList<Finding> Findings => Refusal?.Findings ?? Request?.Findings ?? Answer.Findings;
}

/// <summary>The JSON of <c>claims oqs read</c>.</summary>
internal static class OqsReadingJson {
    public static void Write(Utf8JsonWriter json, OqsReading reading) {
        var name = reading.Answer.Name;
        json.WriteStartObject();
        json.WriteString("file", name.ToString());
        json.WriteString("interface", name.Prefix);
        json.WriteString("japanese", name.Interface?.Japanese);
        json.WriteNumber("step", name.Step);
        json.WriteString("role", reading.Refusal is not null ? "refusal" : name.Role switch { OqsFileRole.Request => "request", OqsFileRole.FaceResult => "face-result", _ => "answer" });
        if (reading.Refusal is { } refusal) {
            json.WriteString("errorCode", refusal.Code);
            json.WriteString("errorMessage", refusal.Message);
            json.WriteString("beginning", refusal.Beginning);
        } else if (reading.Request is { } asked) Request(json, asked);
        else Answer(json, reading.Answer);
        json.WriteStartArray("findings");
        foreach (var finding in reading.Findings) FindingOutput.Write(json, finding);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Request(Utf8JsonWriter json, ReadRequest asked) {
        json.WritePropertyName("request");
        if (asked.Request is { } request) RequestJson.Write(json, request);
        else json.WriteNullValue();
    }

    private static void Answer(Utf8JsonWriter json, OqsAnswer answer) {
        json.WriteString("encoding", answer.Encoding == OqsEncoding.Utf8 ? "utf-8" : "shift_jis");
        json.WriteBoolean("damaged", answer.Damaged);
        json.WriteString("progress", answer.Progress switch { AnswerProgress.Done => "done", AnswerProgress.Processing => "processing", AnswerProgress.Failed => "failed", _ => "unknown" });
        AnswerJson.Write(json, answer);
    }
}
