using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Ledstjarna.App.Tests.Web.SignIn;

/// <summary>What was logged, each with the request's id.</summary>
internal sealed class LogLines : ILoggerProvider, ISupportExternalScope, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string? RequestId, string Text)> _all = new();
    private IExternalScopeProvider _scopes = null!;

    public IEnumerable<(string? RequestId, string Text)> Warnings =>
        _all.Where(l => l.Level == LogLevel.Warning).Select(l => (l.RequestId, l.Text));

    public IEnumerable<string> Errors => _all.Where(l => l.Level >= LogLevel.Error).Select(l => l.Text);

    public string All => string.Join('\n', _all.Select(l => l.Text));

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => _scopes.Push(state);

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        string? id = null;
        _scopes.ForEachScope(
            (scope, _) =>
            {
                if (scope is KeyValuePair<string, object>[] pairs)
                {
                    id = pairs.FirstOrDefault(p => p.Key == "RequestId").Value?.ToString() ?? id;
                }
            },
            0
        );
        _all.Enqueue((logLevel, id, $"{formatter(state, exception)} {exception}"));
    }

    public void Dispose() { }
}
