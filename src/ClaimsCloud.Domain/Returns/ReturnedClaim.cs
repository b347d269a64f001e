using ClaimsCloud.Domain.Claims;

namespace ClaimsCloud.Domain.Returns;

/// <summary>返戻レセプト: a claim that came back, with the reasons and its history.</summary>
public sealed class ReturnedClaim {
    internal ReturnedClaim(ReturnHeader header, Claim data, IReadOnlyList<ReturnReason> reasons, HistoryBlock history) =>
        (Header, Data, Reasons, History) = (header, data, reasons, history);

    /// <summary>Of the file that it came in.</summary>
    public ReturnHeader Header { get; }

    /// <summary>Position among the returned claims of its file, from 1.</summary>
    public int Number => Data.Number;

    /// <summary>The claim as it was claimed, sometimes with changes by the payer.</summary>
    public Claim Data { get; }

    /// <summary>At least one in a whole file.</summary>
    public IReadOnlyList<ReturnReason> Reasons { get; }

    public HistoryBlock History { get; }

    /// <summary>検索番号 (RE item 15), the payer's key; it goes back unchanged. Null when the payer gave none.</summary>
    public string? SearchNumber => Data.Common.SearchNumber;
}
