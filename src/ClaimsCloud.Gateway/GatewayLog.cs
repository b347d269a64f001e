namespace ClaimsCloud.Gateway;

/// <summary>A search term in an address can be a patient's name: what writes addresses to the log is silent below warnings.</summary>
internal static class GatewayLog {
    public static void Configure(ILoggingBuilder logging, Action<ILoggingBuilder>? configure) {
        logging.ClearProviders();
        if (configure is null) logging.AddSimpleConsole();
        else configure(logging);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Yarp", LogLevel.Warning);
        logging.AddFilter("System.Net.Http", LogLevel.Warning);
    }
}
