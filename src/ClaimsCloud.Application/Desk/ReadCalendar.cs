using System.Globalization;
using ClaimsCloud.Application.Cases.Book;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Fleet;
using ClaimsCloud.Domain.Onboarding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Desk;

/// <summary>Certificates of the fleet by the month of their end, open renewals, and the duty dates with who fulfils them.</summary>
internal static class ReadCalendar {
    private const int Months = 18;

    public static async Task<Ok<CalendarView>> Handle(PlatformScope platform, DeskScope desk, CancellationToken stop) {
        var stations = await desk.Stations(stop);
        var certificates = stations.SelectMany(s => StationViews.Certificates(s.Key, s.Value)).ToList();
        var forecast = CertificateForecast.Of(certificates, DateOnly.FromDateTime(platform.Now.InJapan()), Months);
        var unknown = stations.Count(s => s.Value.Connectors.Count > 0) - certificates.Count(c => c.Kind == CertificateKind.Claims);
        var renewals = await platform.Documents.Query(new IndexQuery<Renewal>(Renewal.DocumentKind, Renewal.ByEnd, IndexRange.All, QueryOrder.Ascending, DocumentLimits.QueryItems), stop);
        var book = await Books.Today(platform, stop);
        return TypedResults.Ok(new CalendarView(forecast.Ended, [.. forecast.Months.Select(m => new ForecastRow(m.Month.ToString("yyyyMM", CultureInfo.InvariantCulture), m.Claims, m.Care))], forecast.Later, unknown,
            [.. renewals.Items.Select(r => r.Value.Row(r.Id))], [.. book.Duties.OrderBy(d => d.Date).Select(d => Row(d, stations))]));
    }

    private static DutyRow Row(Duty duty, IReadOnlyList<KeyValuePair<string, StationProjection>> stations) {
        var proof = duty.Proof switch { "claims" => Json.CamelCase(JobKind.ClaimFile), "eligibility" => Json.CamelCase(JobKind.Eligibility), _ => null };
        int? done = proof is null ? null : stations.Count(s => s.Value.LastGood.ContainsKey(proof));
        return new(duty.Name, duty.Date, done, stations.Count - done);
    }
}
