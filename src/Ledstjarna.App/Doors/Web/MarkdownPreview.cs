using System.Net.Mime;
using System.Text;
using Ledstjarna.App.Words;
using Microsoft.AspNetCore.Mvc;

namespace Ledstjarna.App.Doors.Web;

/// <summary>How a text will look, while it is being written. Keeps nothing and reads nothing.</summary>
public static class MarkdownPreview
{
    public const string Address = "/forhandsgranska";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost(Address, ([FromForm] string? text) => Results.Text(Markdown.ToHtml(text), MediaTypeNames.Text.Html, Encoding.UTF8));
}
