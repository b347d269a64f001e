namespace ClaimsCloud.Cli;

/// <summary>What a script can rely on.</summary>
internal enum ExitCode {
    /// <summary>Nothing above a hint.</summary>
    Clean = 0,
    /// <summary>At least one finding above a hint.</summary>
    Findings = 1,
    /// <summary>The file cannot be read, or the command was used wrongly.</summary>
    Unusable = 2,
}
