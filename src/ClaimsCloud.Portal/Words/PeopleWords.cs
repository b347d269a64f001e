using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal.Words;

internal static class PeopleWords {
    /// <summary>Those of the visitor's house.</summary>
    public static IReadOnlyList<string> Roles(Visit visit) => visit.AtDesk ? [InternalToken.DeskRole, InternalToken.EngineerRole] : [InternalToken.BillerRole, InternalToken.NurseRole, InternalToken.AdminRole];

    public static string Role(string role) => role switch {
        InternalToken.AdminRole => "管理者", InternalToken.BillerRole => "請求担当", InternalToken.NurseRole => "看護師",
        InternalToken.DeskRole => "サポート担当", InternalToken.EngineerRole => "サポート技術者", _ => role,
    };

    public static string May(string role) => role switch {
        InternalToken.AdminRole => "請求と、担当者・許可・操作記録の管理", InternalToken.BillerRole => "請求のすべて", InternalToken.NurseRole => "月の記録の入力と訪問の確認",
        InternalToken.DeskRole => "ステーションのようすの確認", InternalToken.EngineerRole => "担当者と操作記録の管理も行う", _ => "",
    };
}
