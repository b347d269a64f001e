using ClaimsCloud.Application.Identity;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Stations;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Cases;

/// <summary>
/// Makes the tenant with its first person, who sets her own password with an invitation. The intent is written first: what a crash leaves behind is found and gone on
/// with. For a station that is open already it only makes a new invitation, and the one before is void.
/// </summary>
internal static class HandOverStation {
    public static async Task<Results<Ok<HandOverAnswer>, Refused>> Handle(string caseId, HandOverWish wish, PlatformScope platform, SecretBox secrets, Caller caller, CancellationToken stop) {
        if (await platform.Case(caseId, stop) is not { } seen) return (Refused)Refusals.NotFound;
        if (seen.Value.Revision != wish.Revision) return (Refused)Refusals.ChangedMeanwhile;
        if (seen.Value.Duplicates.Count > 0) return (Refused)Refusals.CaseNotReady(["重なった申込みのどちらを使うかを、先に決めてください。"]);
        var intent = seen.Value.HandOver;
        if (intent?.Station is null) {
            var login = wish.LoginName?.Trim() ?? "";
            if (!NewAccounts.IsSound(login, seen.Value.Answers["contactName"], platform.Ids.Next())) return (Refused)Refusals.InvalidAccount;
            if (intent is null || intent.LoginName != login) {
                intent = new(login, platform.Now, null, null);
                if (!(await Keep(caseId, intent, "利用の開始を始めました。", caller, platform, stop)).Succeeded(out _, out var refusal)) return (Refused)refusal;
            }
            if (!(await Open(intent, seen.Value, platform, secrets, stop)).Succeeded(out var station, out var why)) return (Refused)why;
            intent = intent with { Station = station };
        }
        return await Invite(caseId, intent, caller, platform, stop);
    }

    /// <summary>Id of the tenant: the new one, or the one that an earlier try of this same intent made.</summary>
    private static async Task<Outcome<string>> Open(HandOver intent, OnboardingCase of, PlatformScope platform, SecretBox secrets, CancellationToken stop) {
        await foreach (var tenant in platform.Documents.All(Tenant.Kind, Tenant.ByOpening, IndexRange.All, stop)) {
            if (tenant.Value.StationCode != of.StationCode) continue;
            var mine = tenant.Value.OpenedAt >= intent.IntendedAt && (await platform.Documents.Get(Account.Kind, Account.IdOf(intent.LoginName), stop))?.Value.TenantId == tenant.Id;
            return mine ? tenant.Id : Refusals.StationOpenAlready;
        }
        // Nobody knows this password: the invitation sets the first one that anybody does.
        var request = new OpenStationRequest(of.StationName, of.StationCode, intent.LoginName, of.Answers["contactName"], platform.Ids.Next() + platform.Ids.Next());
        return (await OpenStation.Handle(request, platform, secrets, stop)).Succeeded(out var opened, out var refusal) ? opened.Tenant.Value : refusal;
    }

    private static async Task<Results<Ok<HandOverAnswer>, Refused>> Invite(string caseId, HandOver over, Caller caller, PlatformScope platform, CancellationToken stop) {
        while (true) {
            if (await platform.Case(caseId, stop) is not { } stored) return (Refused)Refusals.NotFound;
            var batch = platform.Batch();
            var (key, until) = await FirstPassword.Add(batch, over.LoginName, platform, stop);
            batch.Changed(stored, new(stored.Value with { HandOver = over with { InvitedAt = platform.Now } }, "最初の管理者への招待を作りました。", $"ログイン名 {over.LoginName}"), CaseChanges.Desk, caller.Id, platform.Now);
            if (await platform.Commit(batch, stop) == CommitResult.Committed) return TypedResults.Ok(new HandOverAnswer(over.LoginName, key, until));
        }
    }

    private static Task<Outcome<OnboardingCase>> Keep(string caseId, HandOver intent, string what, Caller caller, PlatformScope platform, CancellationToken stop) =>
        CaseChanges.Apply(caseId, CaseChanges.Desk, caller.Id, platform, (of, _) => new CaseChange(of with { HandOver = intent }, what, $"ログイン名 {intent.LoginName}"), stop);
}
