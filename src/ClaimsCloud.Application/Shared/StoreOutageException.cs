namespace ClaimsCloud.Application.Shared;

/// <summary>
/// The store cannot do now what it could do at another time: no fault of the call or the message that met it. Thrown by the adapters of the stores and by nobody else, because
/// only they know their own errors. What a store will never do (a limit, a damaged row) is another exception.
/// </summary>
public sealed class StoreOutageException(StoreTrouble trouble, Exception inner) : Exception($"Outage of the store ({CodeOf(trouble)}): {inner.GetType().Name}.", inner) {
    public StoreTrouble Trouble => trouble;

    /// <summary>For logs and for the answer of a message.</summary>
    public string Code => CodeOf(trouble);

    private static string CodeOf(StoreTrouble trouble) => trouble == StoreTrouble.Full ? "store-full" : "store-away";
}

public enum StoreTrouble {
    /// <summary>Not there, overloaded, broken line, no rights.</summary>
    Away,
    /// <summary>There is no room: what is there can be read, nothing can be added.</summary>
    Full,
}
