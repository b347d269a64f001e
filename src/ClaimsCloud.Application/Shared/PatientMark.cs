using System.Security.Cryptography;
using System.Text;

namespace ClaimsCloud.Application.Shared;

/// <summary>
/// A patient's key where it may be read: in ids, indexes and the audit log. The key itself comes from the station's software and may hold anything, a name too. The hash is not keyed: it does not
/// hide a key that somebody can guess.
/// </summary>
internal static class PatientMark {
    public const string Start = "p-";

    public static string Of(string patient) => Start + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(patient)));
}
