using Ledstjarna.App.Doors.Web;
using Ledstjarna.Domain;

namespace Ledstjarna.App.Features.Memos;

/// <summary>Addresses of memos and their templates, for other features.</summary>
public static class MemosLinks
{
    public static string Memo(Place place, MemoId memo, string ending = "") =>
        $"/{place.Organisation.Slug}/tjansteskrivelser/{memo.Value}{ending}";

    public static string Template(Place place, MemoTemplateId template) => $"/{place.Organisation.Slug}/{TemplatePath(template)}";

    internal static string TemplatePath(MemoTemplateId template) => $"mallar/{template.Value}";
}
