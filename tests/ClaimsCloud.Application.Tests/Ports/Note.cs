using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Tests.Ports;

/// <summary>A document for the suites: one index that every note is in and one that only some are in.</summary>
internal sealed record Note(string Text, string Sort, string? Label = null) {
    public static readonly DocumentIndex<Note> BySort = new("sort", n => n.Sort);
    public static readonly DocumentIndex<Note> ByLabel = new("label", n => n.Label);
    public static readonly DocumentKind<Note> Kind = new("note", BySort, ByLabel);
}

internal sealed record NoteWritten(string Text);
