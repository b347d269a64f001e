using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks;

/// <summary>One rule at work. Subclasses below say what it looks at.</summary>
internal abstract class Check(Rule rule) {
    public Rule Rule { get; } = rule;
}

/// <summary>Looks at one field that has a value, and at nothing else: a value that was in order once is not inspected again (<see cref="FieldsInOrder"/>).</summary>
internal abstract class FieldCheck(Rule rule) : Check(rule) {
    /// <summary>Decided once for each field of a layout.</summary>
    public abstract bool AppliesTo(FieldLayout field);

    public abstract void Inspect(in FieldView field, Findings findings);
}

/// <summary>Looks at one line, and at nothing else: a line that was in order once is not inspected again (<see cref="KnownLines"/>). Without state.</summary>
internal abstract class RecordCheck(Rule rule) : Check(rule) {
    public abstract void Inspect(in RecordView line, Findings findings);
}

/// <summary>Looks for characters that do not belong in a line; a plain line (<see cref="RecordView.IsPlain"/>) has none. Without state.</summary>
internal abstract class CharacterCheck(Rule rule) : RecordCheck(rule);

/// <summary>Looks at one claim. Without state.</summary>
internal abstract class ClaimCheck(Rule rule) : Check(rule) {
    public abstract void Inspect(ClaimFacts claim, Findings findings);
}

/// <summary>
/// Looks at claims that bill a fee it is about. Which fees those are is decided once a fee table, so that a claim meets only the checks of its own fees. Without state.
/// </summary>
internal abstract class FeeCheck(Rule rule) : ClaimCheck(rule) {
    /// <summary>Place among the fee checks, from 0: its bit in <see cref="FeeEntry.Checks"/>. The catalogue gives it.</summary>
    public int Number { get; set; }

    public UInt128 Bit => UInt128.One << Number;

    /// <summary>Decided once for each fee of a table.</summary>
    public abstract bool AppliesTo(FeeEntry fee);

    public sealed override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Meets(this)) InspectBilled(claim, findings);
    }

    /// <summary>A claim with such a fee.</summary>
    protected abstract void InspectBilled(ClaimFacts claim, Findings findings);
}

/// <summary>Looks at each line of a fee it is about by itself. Without state.</summary>
internal abstract class LineCheck(Rule rule) : FeeCheck(rule) {
    protected abstract void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings);

    /// <summary>The lines with a day of the month. A check that asks nothing of the day takes <see cref="ClaimFacts.Lines"/>.</summary>
    protected virtual ReadOnlySpan<FeeLine> LinesOf(ClaimFacts claim) => claim.ByDay;

    protected sealed override void InspectBilled(ClaimFacts claim, Findings findings) {
        var bit = Bit;
        foreach (ref readonly var line in LinesOf(claim))
            if (line.Fee is { } fee && (fee.Checks & bit) != 0) Inspect(line, fee, claim, findings);
    }
}

/// <summary>
/// Looks at each line of a fee it is about, and at nothing but the line and its fee: a line of which it had nothing to say is not inspected again in claims of the month. It
/// needs fee tables and nothing else. Without state.
/// </summary>
internal abstract class LoneLineCheck(Rule rule) : FeeCheck(rule) {
    protected abstract void Inspect(in FeeLine line, FeeEntry fee, Findings findings);

    protected sealed override void InspectBilled(ClaimFacts claim, Findings findings) {
        var bit = Bit;
        var lines = claim.Lines;
        for (var i = 0; i < lines.Length; i++) {
            ref readonly var line = ref lines[i];
            if (line.InOrder || line.Fee is not { } fee || (fee.Checks & bit) == 0) continue;
            var before = findings.Said;
            Inspect(line, fee, findings);
            if (findings.Said != before) claim.Question(i);
        }
    }
}

/// <summary>Looks at a file from its first line to its last. One object a run: it remembers.</summary>
internal abstract class FileCheck(Rule rule) : Check(rule) {
    /// <summary>Each block, before its records are looked at.</summary>
    /// <param name="claim">Null for a block that is no claim.</param>
    public abstract void Inspect(RecordBlock block, ClaimFacts? claim, Findings findings);

    /// <summary>After the last block.</summary>
    /// <param name="length">Bytes of the file.</param>
    public virtual void End(long length, Findings findings) { }
}
