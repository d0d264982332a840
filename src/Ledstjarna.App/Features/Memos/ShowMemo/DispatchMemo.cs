using System.Security.Cryptography;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.History;
using Ledstjarna.Domain.Memos;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Memos;

/// <summary>Notes that a memo, or its decision, was sent. Notes are only added.</summary>
public sealed class DispatchMemoHandler(Ledger ledger, SteeringRecords records)
{
    /// <exception cref="DomainRuleException">No one is named, or the memo is not there any more.</exception>
    public async Task HandleAsync(
        Actor actor,
        MemoId id,
        IReadOnlyList<string> to,
        DateOnly on,
        string? how,
        byte[] file,
        CancellationToken cancellation
    )
    {
        actor.RequireSomewhere(Right.ManageMatters);
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var record = (await records.ReadAsync(actor.Organisation, cancel))!;
                var memo = record.Memos.FirstOrDefault(m => m.Id == id) ?? throw new DomainRuleException(RuleCode.ChangedMeanwhile);
                actor.Require(Right.ManageMatters, record.Matters.Single(m => m.Id == memo.MatterId).UnitId);
                if (to.Count == 0)
                {
                    throw new DomainRuleException(RuleCode.Required, "to");
                }

                var fileId = Guid.CreateVersion7();
                await DocumentFiles.KeepAsync(db, fileId, file, cancel);
                db.AddRange(
                    to.Select(t => new Dispatch
                    {
                        OrganisationId = actor.Organisation,
                        Id = new DispatchId(Guid.CreateVersion7()),
                        MemoId = memo.Id,
                        To = t,
                        On = on,
                        By = actor.Name,
                        How = how,
                        FileId = fileId,
                    })
                );
                return
                [
                    new ChangeEntry(
                        ChangeKind.Created,
                        "utskick",
                        memo.Id.Value.ToString(),
                        memo.Title,
                        [
                            new FieldChange("to", "Skickat till", null, string.Join('\n', to), null, Swedish.And(to)),
                            new FieldChange("on", "Den", null, Swedish.Date(on)),
                            new FieldChange("sha256", "Kontrollsumma", null, Convert.ToHexStringLower(SHA256.HashData(file))),
                        ]
                    ),
                ];
            },
            cancellation
        );
    }
}

/// <summary>Keeps the municipality's own Word file with a template.</summary>
public sealed class KeepBaseHandler(Ledger ledger, SteeringRecords records)
{
    /// <param name="actor">Must have the right to change templates.</param>
    /// <param name="id">The template.</param>
    /// <param name="fileName">As it was sent. Null: the file is taken away.</param>
    /// <param name="content">The file, tried already.</param>
    /// <param name="cancellation">Nothing is changed.</param>
    public async Task HandleAsync(Actor actor, MemoTemplateId id, string? fileName, byte[] content, CancellationToken cancellation)
    {
        actor.Require(Right.ManageDocuments);
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var record = (await records.ReadAsync(actor.Organisation, cancel))!;
                var template =
                    record.MemoTemplates.FirstOrDefault(t => t.Id == id) ?? throw new DomainRuleException(RuleCode.ChangedMeanwhile);
                db.Update(template with { BaseFileName = fileName });
                if (fileName is null)
                {
                    await DocumentFiles.RemoveAsync(db, id.Value, cancel);
                }
                else
                {
                    await DocumentFiles.KeepAsync(db, id.Value, content, cancel);
                }

                return
                [
                    new ChangeEntry(
                        ChangeKind.Changed,
                        "mall",
                        id.Value.ToString(),
                        template.Name,
                        [new FieldChange("base", "Kommunens egen Word-mall", template.BaseFileName, fileName)]
                    ),
                ];
            },
            cancellation
        );
    }
}
