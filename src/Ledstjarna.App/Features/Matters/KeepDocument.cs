using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.History;
using Ledstjarna.Domain.Matters;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Matters;

/// <summary>A file to be kept in a matter.</summary>
public sealed record KeepDocument(MatterId Matter, string Title, string FileName, string MediaType, byte[] Content);

/// <summary>Keeps a document in a matter. The log keeps a hash of it.</summary>
public sealed class KeepDocumentHandler(Ledger ledger, SteeringRecords records, TimeProvider time)
{
    /// <exception cref="DomainRuleException">The matter is not there any more.</exception>
    public async Task HandleAsync(Actor actor, KeepDocument command, CancellationToken cancellation)
    {
        actor.RequireSomewhere(Right.ManageMatters);
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var matter = await Documents.MatterAsync(records, actor, command.Matter, cancel);
                var document = new MatterDocument
                {
                    OrganisationId = actor.Organisation,
                    Id = new MatterDocumentId(Guid.CreateVersion7()),
                    MatterId = matter.Id,
                    Title = command.Title,
                    FileName = command.FileName,
                    MediaType = command.MediaType,
                    Size = command.Content.Length,
                    AddedOn = DateOnly.FromDateTime(time.GetLocalNow().DateTime),
                    AddedBy = actor.Name,
                };
                db.Add(document);
                await DocumentFiles.KeepAsync(db, document.Id.Value, command.Content, cancel);
                return [Documents.Entry(ChangeKind.Created, matter, document, command.Content)];
            },
            cancellation
        );
    }
}

/// <summary>Takes a document out of a matter. The log keeps what it was.</summary>
public sealed class RemoveDocumentHandler(Ledger ledger, SteeringRecords records)
{
    /// <exception cref="DomainRuleException">A follow-up has it as its auditors' statement.</exception>
    public async Task HandleAsync(Actor actor, MatterDocumentId id, CancellationToken cancellation)
    {
        actor.RequireSomewhere(Right.ManageMatters);
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var record = (await records.ReadAsync(actor.Organisation, cancel))!;
                if (record.MatterDocuments.FirstOrDefault(d => d.Id == id) is not { } document)
                {
                    return [];
                }

                if (record.FollowUps.Any(f => f.StatementId == id))
                {
                    throw new DomainRuleException(RuleCode.StillReferredTo);
                }

                var matter = await Documents.MatterAsync(records, actor, document.MatterId, cancel);
                db.Remove(document);
                await DocumentFiles.RemoveAsync(db, id.Value, cancel);
                return [Documents.Entry(ChangeKind.Removed, matter, document, null)];
            },
            cancellation
        );
    }
}

/// <summary>What both ask and tell.</summary>
internal static class Documents
{
    private const string ThingKind = "handling";

    /// <exception cref="DomainRuleException">It is not there any more.</exception>
    public static async Task<Matter> MatterAsync(SteeringRecords records, Actor actor, MatterId id, CancellationToken cancellation)
    {
        var record = (await records.ReadAsync(actor.Organisation, cancellation))!;
        var matter = record.Matters.FirstOrDefault(m => m.Id == id) ?? throw new DomainRuleException(RuleCode.ChangedMeanwhile);
        actor.Require(Right.ManageMatters, matter.UnitId);
        return matter;
    }

    public static ChangeEntry Entry(ChangeKind kind, Matter matter, MatterDocument document, byte[]? content)
    {
        FieldChange Field(string name, string label, string value) =>
            kind == ChangeKind.Created ? new(name, label, null, value) : new(name, label, value, null);
        return new ChangeEntry(
            kind,
            ThingKind,
            document.Id.Value.ToString(),
            $"{matter.DiaryNumber}: {document.Title}",
            [
                Field("title", "Titel", document.Title),
                Field("file", "Fil", document.FileName),
                .. content is null
                    ? (FieldChange[])[]
                    : [Field("sha256", "Kontrollsumma", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)))],
            ]
        );
    }
}
