using ClaimsCloud.Contracts;

namespace ClaimsCloud.Portal.Words;

/// <summary>The official name is the same for every file: a person tells files apart by month and payer.</summary>
internal static class FileNames {
    public static string Title(ClaimFileRow file) => file.ClaimMonth is null ? file.Name : $"{JapanTime.Month(file.ClaimMonth)}請求　{Payers.Short(file.Payer)}";

    /// <summary>What the title leaves out.</summary>
    public static string Subtitle(ClaimFileRow file) =>
        $"{(file.ClaimMonth is null ? "" : file.Name + "　")}{JapanTime.Short(file.ReceivedAt)} 取込{(file.Claims is > 0 ? $"　{Amounts.Count(file.Claims)}　{Amounts.Yen(file.TotalYen)}" : "")}";
}
