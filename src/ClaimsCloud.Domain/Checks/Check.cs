using ClaimsCloud.Domain.Claims;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks;

/// <summary>One rule at work. Subclasses below say what it looks at.</summary>
internal abstract class Check(Rule rule) {
    public Rule Rule { get; } = rule;
}

/// <summary>Looks at one field that has a value. Without state.</summary>
internal abstract class FieldCheck(Rule rule) : Check(rule) {
    /// <summary>Decided once for each field of a layout.</summary>
    public abstract bool AppliesTo(FieldLayout field);

    public abstract void Inspect(in FieldView field, Findings findings);
}

/// <summary>Looks at one line. Without state.</summary>
internal abstract class RecordCheck(Rule rule) : Check(rule) {
    /// <param name="layout">Null for a line that the specification does not know.</param>
    public abstract void Inspect(in Record record, RecordLayout? layout, Findings findings);
}

/// <summary>Looks at one claim. Without state.</summary>
internal abstract class ClaimCheck(Rule rule) : Check(rule) {
    public abstract void Inspect(ClaimFacts claim, Findings findings);
}

/// <summary>Looks at a file from its first line to its last. One object a run: it remembers.</summary>
internal abstract class FileCheck(Rule rule) : Check(rule) {
    /// <summary>Each block, before its records are looked at.</summary>
    public abstract void Inspect(RecordBlock block, Claim? claim, Findings findings);

    /// <summary>After the last block.</summary>
    /// <param name="length">Bytes of the file.</param>
    public virtual void End(long length, Findings findings) { }
}
