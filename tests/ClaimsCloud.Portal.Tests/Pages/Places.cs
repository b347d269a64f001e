using ClaimsCloud.Portal.Tests.Stack;

namespace ClaimsCloud.Portal.Tests.Pages;

internal enum Who { Nobody, Biller, NewBiller, Desk }

/// <summary>Every page of the portal with something on it, as a name for the reader and an address for the browser.</summary>
internal static class Places {
    public static readonly string[] Names = [
        "sign-in", "sign-in-failed", "home", "home-new", "files", "files-new", "files-none", "upload", "file-confirmed", "file-clean", "file-faulty", "file-unreadable",
        "findings", "findings-many", "findings-filtered", "findings-none", "claims", "claims-answered", "claims-many", "receipt", "receipt-faulty", "receipt-markup", "seal", "seal-refused",
        "returned", "returned-none", "connectors", "connectors-none", "rules", "rules-none", "rule", "desk", "desk-none", "not-found", "not-allowed",
    ];

    public static (Who Who, string Path) Of(string name, Tour tour) => name switch {
        "sign-in" => (Who.Nobody, "/sign-in"),
        "sign-in-failed" => (Who.Nobody, "/sign-in?problem=sign-in-failed"),
        "home" => (Who.Biller, "/"),
        "home-new" => (Who.NewBiller, "/"),
        "files" => (Who.Biller, "/files"),
        "files-new" => (Who.NewBiller, "/files"),
        "files-none" => (Who.Biller, "/files?search=ない"),
        "upload" => (Who.Biller, "/files/new"),
        "file-confirmed" => (Who.Biller, $"/files/{tour.ConfirmedFile}"),
        "file-clean" => (Who.Biller, $"/files/{tour.CleanFile}"),
        "file-faulty" => (Who.Biller, $"/files/{tour.FaultyFile}"),
        "file-unreadable" => (Who.Biller, $"/files/{tour.UnreadableFile}"),
        "findings" => (Who.Biller, $"/files/{tour.FaultyFile}/findings"),
        "findings-many" => (Who.Biller, $"/files/{tour.LargeFile}/findings?page=2"),
        "findings-filtered" => (Who.Biller, $"/files/{tour.FaultyFile}/findings?severity=claim-refused"),
        "findings-none" => (Who.Biller, $"/files/{tour.FaultyFile}/findings?search=ない"),
        "claims" => (Who.Biller, $"/files/{tour.FaultyFile}/claims"),
        "claims-answered" => (Who.Biller, $"/files/{tour.ConfirmedFile}/claims"),
        "claims-many" => (Who.Biller, $"/files/{tour.LargeFile}/claims?page=2"),
        "receipt" => (Who.Biller, $"/files/{tour.ConfirmedFile}/claims/8"),
        "receipt-faulty" => (Who.Biller, $"/files/{tour.FaultyFile}/claims/2"),
        "receipt-markup" => (Who.Biller, $"/files/{tour.FaultyFile}/claims/1"),
        "seal" => (Who.Biller, $"/files/{tour.CleanFile}/seal"),
        "seal-refused" => (Who.Biller, $"/files/{tour.FaultyFile}/seal"),
        "returned" => (Who.Biller, "/returned"),
        "returned-none" => (Who.NewBiller, "/returned"),
        "connectors" => (Who.Biller, "/connectors"),
        "connectors-none" => (Who.NewBiller, "/connectors"),
        "rules" => (Who.Biller, "/rules"),
        "rules-none" => (Who.Biller, "/rules?search=ない"),
        "rule" => (Who.Biller, "/rules/F03d"),
        "desk" => (Who.Desk, "/desk"),
        "desk-none" => (Who.Desk, "/desk?search=ない"),
        "not-found" => (Who.Biller, "/nothing-here"),
        "not-allowed" => (Who.Biller, "/desk"),
        _ => throw new ArgumentException($"no page {name}", nameof(name)),
    };

    public static Visitor? Visitor(Who who, Tour tour) => who switch { Who.Biller => tour.Biller, Who.NewBiller => tour.NewBiller, Who.Desk => tour.DeskPerson, _ => null };
}
