using System.Threading.Channels;

namespace Ledstjarna.App.Features.Statistics;

/// <summary>That someone has asked for statistics to be fetched now. Asked for twice it is fetched once.</summary>
public sealed class FetchRequests
{
    private readonly Channel<bool> _asked = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public void Ask() => _asked.Writer.TryWrite(true);

    public async Task NextAsync(CancellationToken cancellation) => await _asked.Reader.ReadAsync(cancellation);
}
