using ClaimsCloud.Application.Audit;
using System.Globalization;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Fleet;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Desk;

/// <summary>Certificates of the fleet by the month of their end, open renewals, and the duty dates with who fulfils them.</summary>
internal static class ReadCalendar {
    private const int Months = 18;
    private const int MostDuties = 30;
    private const int LongestTitle = 100;

    public static async Task<Ok<CalendarView>> Handle(PlatformScope platform, DeskScope desk, CancellationToken stop) => TypedResults.Ok(await View(platform, desk, stop));

    /// <summary>The desk's own list takes the place of the one before, whole.</summary>
    public static async Task<Results<Ok<CalendarView>, Refused>> SetDuties(DutyDates dates, PlatformScope platform, DeskScope desk, Caller caller, CancellationToken stop) {
        if (dates.Duties is not { Count: <= MostDuties } duties || duties.Any(d => d is null || d.Title is not { Length: > 0 and <= LongestTitle } || !DocumentLimits.IsId(d.Code ?? "") || !Json.TryCamelCase<DutyProof>(d.Proof, out _))
            || duties.DistinctBy(d => d.Code).Count() != duties.Count) return (Refused)DeskRefusals.InvalidDuties;
        var list = new DutyList([.. duties.Select(d => new Duty(d.Code, d.Title.Trim(), d.Date, Json.TryCamelCase<DutyProof>(d.Proof, out var proof) ? proof : default))]);
        while (true) {
            var was = await platform.Documents.Get(DutyList.Kind, DutyList.Id, stop);
            var batch = was is null ? platform.Batch().Create(DutyList.Kind, DutyList.Id, list) : platform.Batch().Replace(was, list);
            if (await platform.Commit(batch, new Act(AuditAct.DutiesSet, caller), stop) == CommitResult.Committed) return TypedResults.Ok(await View(platform, desk, stop));
        }
    }

    private static async Task<CalendarView> View(PlatformScope platform, DeskScope desk, CancellationToken stop) {
        var stations = await desk.Stations(stop);
        var certificates = stations.SelectMany(s => StationViews.Certificates(s.Key, s.Value)).ToList();
        var forecast = CertificateForecast.Of(certificates, DateOnly.FromDateTime(platform.Now.InJapan()), Months);
        var unknown = stations.Count(s => s.Value.Connectors.Count > 0) - certificates.Count(c => c.Kind == CertificateKind.Claims);
        var renewals = await platform.Documents.Query(new IndexQuery<Renewal>(Renewal.DocumentKind, Renewal.ByEnd, IndexRange.All, QueryOrder.Ascending, DocumentLimits.QueryItems), stop);
        var duties = (await platform.Documents.Get(DutyList.Kind, DutyList.Id, stop))?.Value.Duties ?? Duty.Initial;
        return new(forecast.Ended, [.. forecast.Months.Select(m => new ForecastRow(m.Month.ToString("yyyyMM", CultureInfo.InvariantCulture), m.Claims, m.Care))], forecast.Later, unknown,
            [.. renewals.Items.Select(r => r.Value.Row(r.Id))], [.. duties.OrderBy(d => d.Date).Select(d => Row(d, stations))]);
    }

    private static DutyRow Row(Duty duty, IReadOnlyList<KeyValuePair<string, StationProjection>> stations) {
        var proof = duty.Proof switch { DutyProof.Claims => Json.CamelCase(JobKind.ClaimFile), DutyProof.Eligibility => Json.CamelCase(JobKind.Eligibility), _ => null };
        int? done = proof is null ? null : stations.Count(s => s.Value.LastGood.ContainsKey(proof));
        return new(duty.Code, duty.Title, duty.Date, Json.CamelCase(duty.Proof), done, stations.Count - done);
    }

    private sealed record DutyList(IReadOnlyList<Duty> Duties) {
        public const string Id = "now";
        public static readonly DocumentKind<DutyList> Kind = new("desk-duties");
    }
}
