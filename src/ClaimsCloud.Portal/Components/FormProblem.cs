namespace ClaimsCloud.Portal.Components;

/// <param name="FieldId">Id of the input it is about; null when it is about the whole form.</param>
public sealed record FormProblem(string? FieldId, string Message);
