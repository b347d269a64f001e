using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;

namespace ClaimsCloud.Application.Cases.Applying;

/// <summary>Looks for what may be the same station under another code, and for a tenant that has this one already. It only says so; the desk decides.</summary>
internal static class FindSimilar {
    private const int MostTold = 5;

    public static async Task Handle(Received<CaseOpened> message, PlatformScope platform, CancellationToken stop) {
        var caseId = message.Body.CaseId;
        if (await platform.Case(caseId, stop) is not { } mine) return;
        var similar = new List<string>();
        await foreach (var tenant in platform.Documents.All(Tenant.Kind, Tenant.ByOpening, IndexRange.All, stop))
            if (tenant.Value.StationCode == mine.Value.StationCode) similar.Add($"このステーションコードは、すでに利用を始めています（{tenant.Value.StationName}）。");
        await foreach (var other in platform.Documents.All(OnboardingCase.Kind, OnboardingCase.ByOpening, IndexRange.All, stop))
            if (other.Id != caseId && Why(mine.Value, other.Value) is { } why) similar.Add($"{other.Id} {other.Value.StationName}（{other.Value.StationCode}）と{why}が同じです。");
        if (similar.Count == 0) return;
        // Refused on a second delivery, and when the case was closed in the meantime: both need nothing more.
        await CaseChanges.Apply(caseId, CaseChanges.System, null, platform, (of, _) => of.Similar.Count > 0 ? Refusals.ChangedMeanwhile : new CaseChange(of with { Similar = [.. similar.Take(MostTold)] }, "似た申込みがあります。", string.Join('\n', similar.Take(MostTold))), stop);
    }

    private static string? Why(OnboardingCase one, OnboardingCase other) {
        return Same("phone", Digits) ? "電話番号" : Same("email", Text) ? "メールアドレス" : Same("stationName", Text) && Same("prefecture", Text) ? "名称" : null;

        bool Same(string field, Func<string, string> norm) => norm(one.Answers.GetValueOrDefault(field, "")) is { Length: > 0 } mine && string.Equals(mine, norm(other.Answers.GetValueOrDefault(field, "")), StringComparison.OrdinalIgnoreCase);
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static string Text(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
