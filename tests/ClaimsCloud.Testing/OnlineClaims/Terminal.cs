namespace ClaimsCloud.Testing.OnlineClaims;

/// <summary>One designated terminal (請求専用端末) of a station.</summary>
/// <param name="Out">The connector places files below it; the person picks them from there.</param>
/// <param name="In">The person saves lists and downloads there.</param>
public sealed record Terminal(string Name, string Out, string In);
