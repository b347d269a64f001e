using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.CareClaims.Answers;

namespace ClaimsCloud.Application.Submissions;

/// <summary>
/// What the hand-over of a care file needs beside that of a medical one: a name that no other file of the month has, the month that 国保連合会 takes now, and none of its claims there already. A
/// claim that is held is never sent again. Two people who seal files of one service month at once meet at one document.
/// </summary>
internal sealed class CareHandOver {
    private static readonly DocumentKind<HandedOver> Kind = new("care-handed-over");
    private readonly string id;
    private readonly Stored<HandedOver>? before;

    private CareHandOver(string id, Stored<HandedOver>? before, string claimMonth) => (this.id, this.before, FileName) = (id, before, NameOf(id, claimMonth, before?.Value.Files ?? 0));

    /// <summary>Up to eight letters and digits and <c>.CSV</c>: K, service month, month of sending, and how many went before.</summary>
    public string FileName { get; }

    public static async Task<Outcome<CareHandOver>> Of(Stored<ClaimFile> file, TenantScope tenant, CancellationToken stop) {
        var check = file.Value.Check!;
        if (Months.MonthReads.Parse(check.ClaimMonth ?? "") is not { } processing || check.ServiceMonths is not [var service, ..]) return Refusals.NotAMonth;
        if (CareWindow.ProcessingMonth(check.StationCode ?? "", processing, tenant.Today()) != processing) return Refusals.CareMonthIsOver;
        var account = await CareAccounts.Of(check.ServiceMonths, tenant, stop);
        await foreach (var line in new RowsReader<ClaimLine>(tenant.Blobs, check.ClaimRows).All(stop))
            if (account.InTheWay(line.Care!.IsSameAs) is { } sent) return sent.State == CareState.Held ? Refusals.CareClaimHeld : Refusals.CareClaimSent;
        return new CareHandOver(service, await tenant.Documents.Get(Kind, service, stop), check.ClaimMonth!);
    }

    /// <summary>Part of the commit that seals the file.</summary>
    public void Count(Batch batch) {
        if (before is null) batch.Create(Kind, id, new HandedOver(1));
        else batch.Replace(before, new(before.Value.Files + 1));
    }

    private static string NameOf(string service, string claimMonth, int files) =>
        $"{(char)('K' + files / Digits.Length % 16)}{service[2..]}{claimMonth[4..]}{Digits[files % Digits.Length]}.CSV";

    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <param name="Files">Of one service month that were handed over.</param>
    private sealed record HandedOver(int Files);
}
