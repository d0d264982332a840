using Ledstjarna.App.Words;
using Ledstjarna.Documents;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Memos;

namespace Ledstjarna.App.Features.Memos;

/// <summary>A memo as it is handed over.</summary>
internal static class MemoDocument
{
    public static Document Of(SteeringRecord record, Memo memo)
    {
        var matter = record.Matters.Single(m => m.Id == memo.MatterId);
        var template = record.MemoTemplates.Single(t => t.Id == memo.TemplateId);
        var office = record.Units.FirstOrDefault(u => u.Id == (memo.FromId ?? matter.UnitId))?.Name ?? record.Organisation.Name;
        var texts = memo.Sections.ToDictionary(s => s.Key, s => s.Text, StringComparer.Ordinal);
        var parts = template.Parts().ToList();
        var headings = template.Headings(p => texts.GetValueOrDefault(p.Key, "").Length > 0);
        var blocks = new List<Block>();
        for (var i = 0; i < parts.Count; i++)
        {
            var text = texts.GetValueOrDefault(parts[i].Key, "");
            var holdsParts = parts
                .Skip(i + 1)
                .TakeWhile(p => p.Level > parts[i].Level)
                .Any(p => texts.GetValueOrDefault(p.Key, "").Length > 0);
            if (text.Length == 0 && !holdsParts)
            {
                continue; // a heading with nothing under it says nothing
            }

            blocks.Add(new Heading(parts[i].Level, headings[parts[i].Key]));
            blocks.AddRange(Markdown.ToBlocks(text, Math.Min(parts[i].Level + 1, Heading.Deepest)));
        }

        if (memo.SendTo.Count > 0)
        {
            blocks.Add(new Heading(1, "Beslutet ska skickas till"));
            blocks.Add(new BulletList([.. memo.SendTo.Select(t => new ListItem(t))]));
        }

        if (memo.HandlerRole is { } role)
        {
            blocks.Add(new Heading(1, "Handläggare"));
            blocks.Add(new Paragraph(Swedish.Capital(role)));
        }

        if (memo.ResponsibleRole is { } responsible)
        {
            blocks.Add(new Heading(1, "Ansvarig tjänsteman"));
            blocks.Add(new Paragraph(Swedish.Capital(responsible)));
        }

        return new Document(memo.Title, office, memo.Date, blocks)
        {
            Subject = matter.DiaryNumber,
            HeaderLines = [office, $"Dnr {matter.DiaryNumber}"],
            Recipient = $"Till {record.Units.Single(u => u.Id == memo.ToId).Name}",
        };
    }
}
