using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace ClaimsCloud.Gateway.Session;

/// <summary>What one browser has to bring back in a few minutes: encrypted, unreadable to script, and gone when it was read.</summary>
internal sealed class ShortCookie<T>(string name, PathString path, TimeSpan life, IDataProtectionProvider protection, TimeProvider time) where T : class {
    private readonly IDataProtector protector = protection.CreateProtector(name);

    public void Give(HttpContext call, T value) =>
        call.Response.Cookies.Append(name, protector.Protect(JsonSerializer.Serialize(new Kept(value, time.GetUtcNow() + life))), Options(call));

    /// <summary>Null when the browser has none, or none that is still good.</summary>
    public T? Take(HttpContext call) {
        if (call.Request.Cookies[name] is not { } text) return null;
        call.Response.Cookies.Delete(name, Options(call));
        try {
            return JsonSerializer.Deserialize<Kept>(protector.Unprotect(text)) is { } kept && time.GetUtcNow() < kept.Until ? kept.Value : null;
        } catch (CryptographicException) {
            return null;
        }
    }

    /// <summary>Lax: whoever comes back from another site by a link brings it; what a form of another site sends does not.</summary>
    private CookieOptions Options(HttpContext call) => new() { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = call.Request.IsHttps, Path = path };

    private sealed record Kept(T Value, DateTimeOffset Until);
}
