using System.Net;
using System.Text.RegularExpressions;

namespace Ledstjarna.App.Tests.TestServer;

/// <summary>Someone signed in, at a browser without script: opens pages, fills in forms and sends them with all that they hold.</summary>
public sealed partial class Person : IDisposable
{
    private const string Token = "__RequestVerificationToken";
    private readonly HttpClient _client;

    private Person(Uri address) =>
        _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            BaseAddress = address,
        };

    /// <summary>The page last opened.</summary>
    public Page Page { get; private set; } = null!;

    /// <summary>Where the last answer leads; null when it was a page.</summary>
    public string? Next { get; private set; }

    /// <summary>Someone who has not signed in, yet.</summary>
    public static Person Visitor(House house) => new(house.Address);

    /// <summary>By the password chosen with a link that was made for it.</summary>
    public static async Task<Person> ChoosePasswordAsync(House house, string link, string password)
    {
        var person = new Person(house.Address);
        await person.OpenAsync(link);
        await person.SubmitAsync(link, ("f.nytt", password));
        person.Next.ShouldNotBeNull(person.Page.Text);
        return person;
    }

    /// <summary>As one of the demonstration's roles: "Verksamhetsutvecklare".</summary>
    public static async Task<Person> SignInAsync(House house, string role, string organisation = "vaggeryd")
    {
        var person = new Person(house.Address);
        await person.OpenAsync($"/{organisation}/logga-in");
        var form = Forms()
            .Matches(person.Page.Html)
            .Select(m => m.Value)
            .Single(f => f.Contains($">{role}</button>", StringComparison.Ordinal));
        await person.SendAsync($"/{organisation}/logga-in/demo", FieldsOf(form));
        person.Next.ShouldNotBeNull();
        return person;
    }

    /// <summary>What a form of this person's is to carry with it to be taken as sent from here.</summary>
    public async Task<KeyValuePair<string, string>> TokenAsync(string page)
    {
        await OpenAsync(page);
        return new(Token, Value(Token));
    }

    public Task<HttpResponseMessage> GetAsync(string address) => _client.GetAsync(new Uri(address, UriKind.Relative));

    public async Task<Page> OpenAsync(string address)
    {
        Page = await Page.GetAsync(_client, address);
        return Page;
    }

    /// <summary>Sends the page's form that has a field or a button of a name, filled in as it stands but for what is given.</summary>
    /// <param name="address">Where to; a form's own address, or a button's.</param>
    /// <param name="filledIn">Other values than those in the form. Null: the field is left out, as a box that is not ticked.</param>
    public Task<Page> SubmitAsync(string address, params (string Name, string? Value)[] filledIn)
    {
        var form = Forms()
            .Matches(Page.Html)
            .Select(m => m.Value)
            .First(f => filledIn.Length == 0 || f.Contains($"name=\"{filledIn[0].Name}\"", StringComparison.Ordinal));
        var fields = FieldsOf(form);
        foreach (var (name, value) in filledIn)
        {
            fields.RemoveAll(f => f.Key == name);
            if (value is not null)
            {
                fields.Add(new(name, value));
            }
        }

        return SendAsync(address, fields);
    }

    /// <summary>Sends without waiting for the page before: several at once.</summary>
    public async Task<HttpResponseMessage> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await _client.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    /// <summary>Sends a file with the page's form that takes one.</summary>
    public async Task<Page> UploadAsync(string address, string fileName, byte[] content)
    {
        var form = Forms().Matches(Page.Html).Select(m => m.Value).First(f => f.Contains("type=\"file\"", StringComparison.Ordinal));
        using var all = new MultipartFormDataContent();
        foreach (var (name, value) in FieldsOf(form).Where(f => f.Key != "fil"))
        {
            all.Add(new StringContent(value), name);
        }

        all.Add(new ByteArrayContent(content), "fil", fileName);
        using var response = await _client.PostAsync(new Uri(address, UriKind.Relative), all);
        return await ReadAsync(response);
    }

    public async Task<byte[]> DownloadAsync(string address) => await _client.GetByteArrayAsync(new Uri(address, UriKind.Relative));

    public async Task<Page> SendAsync(string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var response = await PostAsync(address, fields);
        return await ReadAsync(response);
    }

    private async Task<Page> ReadAsync(HttpResponseMessage response)
    {
        Next = response.StatusCode == HttpStatusCode.Redirect ? response.Headers.Location!.ToString() : null;
        Page = await Page.ReadAsync(response);
        return Page;
    }

    /// <summary>To where the last answer led.</summary>
    public Task<Page> FollowAsync() => OpenAsync(Next!.Split('#')[0]);

    /// <summary>The name of the page's first field whose name begins so.</summary>
    public string NameOf(string start) => FieldsOf(Page.Html).First(f => f.Key.StartsWith(start, StringComparison.Ordinal)).Key;

    /// <summary>A field as it stands in the page.</summary>
    public string Value(string name) => FieldsOf(Page.Html).First(f => f.Key == name).Value;

    public void Dispose() => _client.Dispose();

    /// <summary>What a browser would send of a form: its fields, without its buttons.</summary>
    private static List<KeyValuePair<string, string>> FieldsOf(string form)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var tag in Inputs().Matches(form).Select(m => m.Value))
        {
            if (
                Attribute(tag, "name") is { } name
                && (Attribute(tag, "type") is not ("checkbox" or "radio") || tag.Contains(" checked", StringComparison.Ordinal))
            )
            {
                fields.Add(new(name, Attribute(tag, "value") ?? (Attribute(tag, "type") is "checkbox" or "radio" ? "on" : "")));
            }
        }

        foreach (Match select in Selects().Matches(form))
        {
            var options = Options().Matches(select.Groups[2].Value).Select(o => o.Value).ToList();
            var chosen = options.FirstOrDefault(o => o.Contains(" selected", StringComparison.Ordinal)) ?? options.FirstOrDefault();
            fields.Add(new(WebUtility.HtmlDecode(select.Groups[1].Value), chosen is null ? "" : Attribute(chosen, "value") ?? ""));
        }

        fields.AddRange(
            Areas()
                .Matches(form)
                .Select(a => new KeyValuePair<string, string>(
                    WebUtility.HtmlDecode(a.Groups[1].Value),
                    WebUtility.HtmlDecode(a.Groups[2].Value)
                ))
        );
        return fields;
    }

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"") is { Success: true } m ? WebUtility.HtmlDecode(m.Groups[1].Value) : null;

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Inputs();

    [GeneratedRegex("""<select[^>]*\sname="([^"]*)"[^>]*>(.*?)</select>""", RegexOptions.Singleline)]
    private static partial Regex Selects();

    [GeneratedRegex("<option[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Options();

    [GeneratedRegex("""<textarea[^>]*\sname="([^"]*)"[^>]*>(.*?)</textarea>""", RegexOptions.Singleline)]
    private static partial Regex Areas();
}
