using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ClaimsCloud.Testing;

/// <summary>Keeps what a host logs, so that a test can look for what must not be there.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger {
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyCollection<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

    public void Dispose() { }
}
