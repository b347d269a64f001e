namespace ClaimsCloud.Portal.Words;

/// <summary>How something is meant. The words say it; the colour only repeats it.</summary>
public enum Tone { Quiet, Info, Good, Warn, Bad }
