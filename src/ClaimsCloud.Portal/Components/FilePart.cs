namespace ClaimsCloud.Portal.Components;

public enum FilePart { Overview, Findings, Coverage, Claims }
