using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;

namespace ClaimsCloud.Application.Shared;

/// <summary>The one way a refusal becomes an answer: RFC 9457 problem with its stable code.</summary>
public sealed class Refused(Refusal refusal) : IResult {
    public Refusal Refusal => refusal;

    public Task ExecuteAsync(HttpContext httpContext) {
        httpContext.Response.StatusCode = refusal.Status;
        return httpContext.Response.WriteAsJsonAsync(refusal, Json.Options, "application/problem+json", httpContext.RequestAborted);
    }

    public static implicit operator Refused(Refusal refusal) => new(refusal);
}
