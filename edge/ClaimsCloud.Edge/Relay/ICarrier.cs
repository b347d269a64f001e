namespace ClaimsCloud.Edge.Relay;

/// <summary>Brings a sealed request to the other PC and its sealed answer back.</summary>
internal interface ICarrier : IDisposable {
    /// <exception cref="HttpRequestException">The other PC is not there, or has no line to the cloud.</exception>
    Task<byte[]> Exchange(string number, byte[] envelope, CancellationToken stop);
}
