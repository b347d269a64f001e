using System.Text.Json;
using ClaimsCloud.Domain.Records;
using ClaimsCloud.Domain.Returns;
using ClaimsCloud.Domain.Returns.Statements;

namespace ClaimsCloud.Cli;

/// <summary>The stable JSON of <c>returns read</c>; described in this project's README.</summary>
internal static class ReturnsJson {
    public static void Write(Utf8JsonWriter json, ReturnedDocument document) {
        json.WriteStartObject();
        json.WriteString("kind", Name(document.Kind));
        json.WriteBoolean("damaged", document.Damaged);
        switch (document.Contents) {
            case ReturnedClaimFile file: Write(json, file); break;
            case AcceptanceList list: Write(json, list); break;
            case ConfirmationList list: Write(json, list); break;
            case Statement statement: Write(json, statement); break;
        }
        FindingOutput.WriteAll(json, document.Findings);
        json.WriteEndObject();
    }

    private static string Name(ReturnFileKind? kind) => kind switch {
        ReturnFileKind.ReturnedClaims => "returned-claims", ReturnFileKind.AcceptanceList => "acceptance-list", ReturnFileKind.ConfirmationList => "confirmation-list",
        ReturnFileKind.AdjustmentNotice => "adjustment-notice", ReturnFileKind.ReturnStatement => "return-statement", ReturnFileKind.PaymentStatement => "payment-statement", _ => "unknown",
    };

    private static void Write(Utf8JsonWriter json, ReturnedClaimFile file) {
        json.WriteStartObject("reading");
        json.WriteString("header", file.Header?.RecordId);
        json.WriteString("footer", file.Reading.Footer);
        json.WriteString("lineEnding", file.Reading.LineEnding switch { LineEnding.CrLf => "crlf", LineEnding.Lf => "lf", _ => "none" });
        json.WriteBoolean("endMark", file.Reading.HasEndMark);
        json.WriteStartArray("reasons");
        foreach (var layout in file.Reading.Reasons) json.WriteStringValue(Name(layout));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteString("payer", file.Header?.Payer);
        json.WriteString("prefecture", file.Header?.Prefecture);
        json.WriteString("stationCode", file.Header?.StationCode);
        json.WriteString("month", file.Header?.Month?.ToString());
        FindingOutput.Write(json, "statedClaims", file.StatedClaims);
        json.WriteStartArray("claims");
        foreach (var claim in file.Claims) Write(json, claim);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ReturnedClaim claim) {
        var heading = claim.Data.Heading;
        json.WriteStartObject();
        json.WriteNumber("number", claim.Number);
        json.WriteNumber("line", heading.FirstLine);
        json.WriteString("searchNumber", claim.SearchNumber);
        json.WriteString("chartNumber", claim.Data.Common.ChartNumber);
        json.WriteString("serviceMonth", claim.Data.Common.ServiceMonth?.ToString());
        json.WriteString("claimType", claim.Data.Common.ClaimType);
        json.WriteString("patientName", claim.Data.Common.PatientName);
        FindingOutput.Write(json, "totalYen", claim.Data.TotalYen);
        json.WriteStartArray("reasons");
        foreach (var reason in claim.Reasons) Write(json, reason);
        json.WriteEndArray();
        json.WriteStartObject("history");
        FindingOutput.Write(json, "line", claim.History.Lines is [var first, ..] ? first.Line : null);
        json.WriteNumber("lines", claim.History.Lines.Count);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReturnReason reason) {
        var words = ReturnReasons.Of(reason.Code);
        json.WriteStartObject();
        json.WriteNumber("line", reason.Line);
        json.WriteString("month", reason.ProcessingMonth?.ToString());
        json.WriteString("category", reason.Category);
        json.WriteString("code", reason.Code);
        json.WriteString("text", reason.Text);
        json.WriteString("supplement", reason.Supplement);
        json.WriteString("raw", reason.Raw);
        json.WriteBoolean("known", words.Known);
        json.WriteString("title", words.Title);
        json.WriteString("cause", words.Cause);
        json.WriteString("fix", words.Fix);
        json.WriteString("owner", words.Owner.Name());
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AcceptanceList list) {
        json.WriteString("stationCode", list.StationCode);
        json.WriteString("serviceMonth", list.ServiceMonth);
        FindingOutput.Write(json, "sendCount", list.SendCount);
        json.WriteStartArray("entries");
        foreach (var entry in list.Entries) {
            json.WriteStartObject();
            json.WriteNumber("line", entry.Line);
            FindingOutput.Write(json, "claim", entry.Claim);
            json.WriteString("code", entry.ErrorCode);
            json.WriteString("verdict", entry.Verdict switch { PayerVerdict.Refused => "refused", PayerVerdict.Attention => "attention", _ => "accepted" });
            json.WriteString("message", entry.Message);
            json.WriteBoolean("resubmission", entry.IsResubmission);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ConfirmationList list) {
        json.WriteString("payer", list.Payer);
        json.WriteString("stationCode", list.StationCode);
        json.WriteString("month", list.ClaimMonth);
        json.WriteStartArray("entries");
        foreach (var entry in list.Entries) {
            json.WriteStartObject();
            json.WriteNumber("line", entry.Line);
            json.WriteNumber("claim", entry.Claim);
            json.WriteBoolean("claimed", entry.Claimed);
            FindingOutput.Write(json, "totalYen", entry.TotalYen);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Statement statement) {
        json.WriteStartObject("reading");
        FindingOutput.Write(json, "titleLine", statement.TitleLine);
        json.WriteEndObject();
        json.WriteStartArray("entries");
        foreach (var entry in statement.Entries) {
            json.WriteStartObject();
            json.WriteNumber("line", entry.Line);
            json.WriteString("serviceMonth", entry.Key.Month?.ToString());
            FindingOutput.Write(json, "claim", entry.Key.ReceiptNumber);
            json.WriteString("receptionNumber", entry.Key.ReceptionNumber);
            json.WriteString("patientName", entry.Key.PatientName);
            json.WriteString("chartNumber", entry.Key.ChartNumber);
            json.WriteString("searchNumber", entry.Key.SearchNumber);
            FindingOutput.Write(json, "claimedYen", entry.ClaimedYen);
            FindingOutput.Write(json, "decidedYen", entry.DecidedYen);
            FindingOutput.Write(json, "copayYen", entry.CopayYen);
            FindingOutput.Write(json, "paidYen", entry.PaidYen);
            FindingOutput.Write(json, "adjustmentYen", entry.AdjustmentYen);
            json.WriteStartArray("reasons");
            foreach (var reason in entry.Reasons) json.WriteStringValue(reason);
            json.WriteEndArray();
            json.WriteString("claimedText", entry.ClaimedText);
            json.WriteString("decidedText", entry.DecidedText);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (statement.Understood) return;
        json.WriteStartArray("raw");
        foreach (var row in statement.Raw) {
            json.WriteStartArray();
            foreach (var cell in row) json.WriteStringValue(cell);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private static string Name(ReasonLayout layout) => layout switch {
        ReasonLayout.CodeFourth => "code-fourth", ReasonLayout.CodeFifth => "code-fifth", ReasonLayout.CodeElsewhere => "code-elsewhere", _ => "no-code",
    };
}
