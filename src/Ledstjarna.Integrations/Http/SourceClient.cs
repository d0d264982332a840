using System.Globalization;
using System.Net;
using Polly;
using Polly.Retry;

namespace Ledstjarna.Integrations.Http;

/// <summary>How a source is asked.</summary>
public sealed record SourceLimits
{
    /// <summary>Under which all that is asked for lies. Ends in a slash.</summary>
    public required Uri Address { get; init; }

    /// <summary>From the question to the last byte of the answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>In bytes, unpacked.</summary>
    public int LargestAnswer { get; init; } = 64 << 20;

    public double RequestsPerSecond { get; init; } = 5;

    /// <summary>How often a question is put again after the first time; at least once.</summary>
    public int Retries { get; init; } = 4;

    /// <summary>A source that asks us to wait longer is given up for now.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>For a copy of the source inside one's own network, and for tests.</summary>
    public bool AllowsPrivateAddresses { get; init; }

    /// <summary>The same where a person waits for the answer, and would rather try again than wait long.</summary>
    public SourceLimits ForSomeoneWaiting() =>
        this with
        {
            Patience = TimeSpan.FromSeconds(20),
            Retries = 1,
            LongestWait = TimeSpan.FromSeconds(5),
        };
}

/// <summary>
/// Asks a source on the network: no faster than agreed, again when it is busy or breaks off, never anyone else. An answer is had whole or not at all.
/// </summary>
public sealed class SourceClient : IDisposable
{
    private const int MostRedirects = 3;

    private readonly SourceLimits _limits;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;
    private readonly ResiliencePipeline<byte[]> _pipeline;
    private readonly SemaphoreSlim _turn = new(1);
    private DateTimeOffset _next;

    public SourceClient(SourceLimits limits, TimeProvider time)
    {
        (_limits, _time) = (limits, time);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = 64,
        };
        if (!limits.AllowsPrivateAddresses)
        {
            handler.ConnectCallback = PublicAddresses.ConnectAsync;
        }

        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("Ledstjarna/1.0");
        _pipeline = new ResiliencePipelineBuilder<byte[]> { TimeProvider = time }
            .AddRetry(
                new RetryStrategyOptions<byte[]>
                {
                    MaxRetryAttempts = limits.Retries,
                    BackoffType = DelayBackoffType.Exponential,
                    Delay = TimeSpan.FromSeconds(2),
                    ShouldHandle = new PredicateBuilder<byte[]>().Handle<Busy>(),
                    DelayGenerator = a => ValueTask.FromResult((a.Outcome.Exception as Busy)?.After),
                }
            )
            .Build();
    }

    /// <summary>The body of an answer.</summary>
    /// <param name="address">Under the source's own.</param>
    /// <param name="json">What to send along. Null: a plain question.</param>
    /// <param name="cancellation">Nothing is kept.</param>
    /// <exception cref="SourceException">It could not be had.</exception>
    public async Task<byte[]> GetAsync(Uri address, byte[]? json = null, CancellationToken cancellation = default)
    {
        RequireOurs(address, address);
        try
        {
            return await _pipeline.ExecuteAsync(async token => await AskAsync(address, json, token), cancellation);
        }
        catch (Busy e)
        {
            throw new SourceException(e.Fault.Fault, e.Fault.Address, e.Fault.Detail, e);
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _turn.Dispose();
    }

    private async Task<byte[]> AskAsync(Uri address, byte[]? json, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(_limits.Patience, _time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            for (var (at, redirects) = (address, 0); ; redirects++)
            {
                await WaitForTurnAsync(cancellation);
                using var question = new HttpRequestMessage(json is null ? HttpMethod.Get : HttpMethod.Post, at);
                question.Headers.Accept.ParseAdd("application/json");
                if (json is not null)
                {
                    question.Content = new ByteArrayContent(json) { Headers = { ContentType = new("application/json") } };
                }

                using var answer = await _http.SendAsync(question, HttpCompletionOption.ResponseHeadersRead, limit.Token);
                if (answer.StatusCode is HttpStatusCode.OK)
                {
                    return await ReadAsync(answer, at, limit.Token);
                }

                at =
                    (int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location is { } location && redirects < MostRedirects
                        ? RequireOurs(new Uri(at, location), at)
                        : throw await FaultAsync(answer, at, limit.Token);
            }
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new Busy(new SourceException(SourceFault.TooSlow, address.ToString()));
        }
        catch (HttpRequestException e) when (e.InnerException is SourceException { Fault: var fault, Detail: var detail })
        {
            throw new SourceException(fault, address.ToString(), detail, e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new Busy(new SourceException(SourceFault.Unreachable, address.ToString(), e.Message, e));
        }
    }

    private async Task<byte[]> ReadAsync(HttpResponseMessage answer, Uri address, CancellationToken cancellation)
    {
        if (answer.Content.Headers.ContentLength > _limits.LargestAnswer)
        {
            throw new SourceException(SourceFault.TooLarge, address.ToString());
        }

        await using var stream = await answer.Content.ReadAsStreamAsync(cancellation);
        using var body = new MemoryStream();
        var buffer = new byte[81920];
        while (await stream.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            if (body.Length + read > _limits.LargestAnswer)
            {
                throw new SourceException(SourceFault.TooLarge, address.ToString());
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    /// <summary>What the source said, shortened; worth another try when it is the source's own trouble.</summary>
    private async Task<Exception> FaultAsync(HttpResponseMessage answer, Uri address, CancellationToken cancellation)
    {
        var said = await SaidAsync(answer, cancellation);
        var detail = $"{((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture)} {said}".TrimEnd();
        if (answer.StatusCode == HttpStatusCode.TooManyRequests || answer.Headers.RetryAfter is not null)
        {
            var fault = new SourceException(SourceFault.TooManyRequests, address.ToString(), detail);
            var after = answer.Headers.RetryAfter is { } wait ? wait.Delta ?? (wait.Date - _time.GetUtcNow()) : null;
            return after > _limits.LongestWait ? fault : new Busy(fault, after);
        }

        var refused = new SourceException(SourceFault.Refused, address.ToString(), detail);
        return (int)answer.StatusCode >= 500 || answer.StatusCode == HttpStatusCode.RequestTimeout ? new Busy(refused) : refused;
    }

    private static async Task<string> SaidAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        const int enough = 300;
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[enough];
        var read = await stream.ReadAtLeastAsync(buffer, enough, throwOnEndOfStream: false, cancellation);
        var text = System.Text.Encoding.UTF8.GetString(buffer, 0, read);
        return string.Concat(text.Where(c => !char.IsControl(c)));
    }

    /// <summary>Where an answer says that its next page is.</summary>
    /// <param name="address">The answer's own.</param>
    /// <param name="link">As it stands in the answer: whole, or as seen from the answer's own.</param>
    /// <exception cref="SourceException">It lies outside the source.</exception>
    public Uri Next(Uri address, string link) =>
        Uri.TryCreate(address, link, out var next)
            ? RequireOurs(next, address)
            : throw new SourceException(SourceFault.Elsewhere, address.ToString(), link);

    /// <summary>Refuses what does not lie under the source's address.</summary>
    private Uri RequireOurs(Uri address, Uri from)
    {
        var own = _limits.Address;
        return
            address.IsAbsoluteUri
            && address.Scheme == own.Scheme
            && address.Authority == own.Authority
            && address.UserInfo.Length == 0
            && address.AbsolutePath.StartsWith(own.AbsolutePath, StringComparison.Ordinal)
            ? address
            : throw new SourceException(SourceFault.Elsewhere, from.ToString(), address.ToString());
    }

    /// <summary>One at a time, with the agreed distance.</summary>
    private async Task WaitForTurnAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (_next - _time.GetUtcNow() is var wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, _time, cancellation);
            }

            _next = _time.GetUtcNow() + TimeSpan.FromSeconds(1 / _limits.RequestsPerSecond);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Something that may be better in a while.</summary>
    private sealed class Busy(SourceException fault, TimeSpan? after = null) : Exception(fault.Message, fault)
    {
        public SourceException Fault { get; } = fault;

        /// <summary>How long the source asks us to wait. Null: it does not say.</summary>
        public TimeSpan? After { get; } = after > TimeSpan.Zero ? after : null;
    }
}
