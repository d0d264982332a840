using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.History;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.History;

/// <summary>Proves an organisation's log of changes against itself and against the anchors kept outside the database.</summary>
public sealed class VerifyLogHandler(ChangeLog log)
{
    public Task<ChainCheck> HandleAsync(Actor actor, AnchorFile anchors, CancellationToken cancellation)
    {
        actor.Require(Right.ReadHistory);
        return log.VerifyAsync(actor.Organisation, anchors.Read(), cancellation);
    }
}

/// <summary>Keeps the newest link of an organisation's log outside the database. Done daily; twice does no harm.</summary>
public sealed class KeepAnchorHandler(ChangeLog log, TimeProvider time)
{
    /// <returns>Whether there was a new link to keep.</returns>
    public async Task<bool> HandleAsync(Actor actor, AnchorFile anchors, CancellationToken cancellation)
    {
        actor.Require(Right.ReadHistory);
        var newest = await log.NewestAsync(actor.Organisation, cancellation);
        return await anchors.AddAsync(newest, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), cancellation);
    }
}
