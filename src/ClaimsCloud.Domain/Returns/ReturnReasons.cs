using System.Collections.Frozen;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Returns;

/// <summary>Who can settle a returned claim.</summary>
public enum ReturnOwner {
    /// <summary>事務.</summary>
    Office,
    /// <summary>看護師.</summary>
    Nurse,
    /// <summary>利用者・家族に確認.</summary>
    Patient,
    /// <summary>審査支払機関・保険者に確認.</summary>
    Payer,
}

/// <summary>A reason code in plain Japanese.</summary>
/// <param name="Known">False when the code is in none of our tables; the words then say only what its band says, or that the payer's own text counts.</param>
/// <param name="Cause">What usually lies behind it.</param>
/// <param name="Fix">What to do.</param>
public sealed record ReasonWords(bool Known, string Title, string Cause, string Fix, ReturnOwner Owner);

/// <summary>A letter of 増減点連絡書 in plain Japanese.</summary>
/// <param name="Kind">診療内容 or 事務.</param>
public sealed record AdjustmentWords(string Title, string Kind, string Fix);

/// <summary>Codes of what comes back, in words. Sources and doubts: <c>Data/returns/2024-06/SOURCE.md</c>.</summary>
public static class ReturnReasons {
    private const string Folder = "returns/2024-06";
    private static readonly FrozenDictionary<string, DataRow> Groups = Table("reason_groups", "group");
    private static readonly FrozenDictionary<string, DataRow> Reasons = Table("reasons", "code");
    private static readonly FrozenDictionary<string, DataRow> Bands = Table("reason_bands", "band");
    private static readonly FrozenDictionary<string, DataRow> Categories = Table("return_categories", "code");
    private static readonly FrozenDictionary<string, DataRow> Letters = Table("adjustment_reasons", "code");
    private static readonly ReasonWords Unknown = new(false, "番号の意味は手元の表にありません", "審査支払機関が書いた理由を見てください。", "分からないときは審査支払機関に確かめてください。", ReturnOwner.Payer);

    /// <param name="code">返戻事由コード (L and 4 digits) or an error code of 受付・事務点検ASP (4 digits), half-width; null where there was none.</param>
    public static ReasonWords Of(string? code) {
        var digits = code is ['L', .. var rest] ? rest : code ?? "";
        if (Reasons.TryGetValue(digits, out var row)) return Words(row, known: true);
        // The 4800s are excepted from their band, and nobody says what they are.
        return digits.Length == 4 && !digits.StartsWith("48", StringComparison.Ordinal) && Bands.TryGetValue(digits[..1], out var band) ? Words(band, known: false) : Unknown;
    }

    /// <summary>返戻区分 in words; null when the digit is none.</summary>
    public static string? Category(string? digit) => digit is not null && Categories.TryGetValue(digit, out var row) ? row["title"] : null;

    /// <summary>A letter of 増減点連絡書; null when it has no known meaning.</summary>
    public static AdjustmentWords? Adjustment(string letter) => Letters.TryGetValue(letter, out var row) ? new(row["title"], row["kind"], row["fix"]) : null;

    public static string Japanese(this ReturnOwner owner) => owner switch {
        ReturnOwner.Office => "事務", ReturnOwner.Nurse => "看護師", ReturnOwner.Patient => "利用者・家族に確認", _ => "審査支払機関に確認",
    };

    public static string Name(this ReturnOwner owner) => owner switch {
        ReturnOwner.Office => "office", ReturnOwner.Nurse => "nurse", ReturnOwner.Patient => "patient", _ => "payer",
    };

    private static ReasonWords Words(DataRow row, bool known) {
        var group = Groups[row["group"]];
        return new(known, row["title"], group["cause"], group["fix"], Enum.Parse<ReturnOwner>(group["owner"], ignoreCase: true));
    }

    private static FrozenDictionary<string, DataRow> Table(string name, string key) => DataFile.Rows($"{Folder}/{name}.csv").ToFrozenDictionary(r => r[key]);
}
