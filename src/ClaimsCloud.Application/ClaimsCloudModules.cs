using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Cases;
using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.Desk;
using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Application.Eligibility;
using ClaimsCloud.Application.Identity;
using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Privacy;
using ClaimsCloud.Application.Returns;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Submissions;
using ClaimsCloud.Application.Support;

namespace ClaimsCloud.Application;

/// <summary>The whole product as one table.</summary>
public static class ClaimsCloudModules {
    public static EndpointTable Table() {
        var table = new EndpointTable();
        table.MapAudit();
        table.MapIdentity();
        table.MapMonths();
        table.MapClaims();
        table.MapSubmissions();
        table.MapReturns();
        table.MapEdgeLink();
        table.MapEligibility();
        table.MapPrivacy();
        table.MapSupport();
        table.MapDesk();
        table.MapCases();
        return table;
    }
}
