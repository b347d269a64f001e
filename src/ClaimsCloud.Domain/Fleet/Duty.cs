using System.Globalization;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Fleet;

/// <summary>What shows that a station fulfils a duty.</summary>
public enum DutyProof {
    /// <summary>A date to keep in sight; nothing of a station shows it.</summary>
    None,
    /// <summary>A claim file was placed at its terminal.</summary>
    Claims,
    /// <summary>オンライン資格確認 answered.</summary>
    Eligibility,
}

/// <summary>A date by which stations have to do something.</summary>
public sealed record Duty(string Code, string Title, DateOnly Date, DutyProof Proof) {
    /// <summary>What the desk begins with; it keeps its own list from then on.</summary>
    public static IReadOnlyList<Duty> Initial { get; } = [.. DataFile.Rows("desk/duties.csv")
        .Select(r => new Duty(r["code"], r["title"], DateOnly.ParseExact(r["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture), Words.Read<DutyProof>(r["proof"])))];
}
