namespace ClaimsCloud.Domain.Fees.Master;

/// <summary>A file of the official master as it came. Its name is only for messages: a table is known by its columns.</summary>
public sealed record MasterFile(string Name, ReadOnlyMemory<byte> Content);
