using System.Net;
using System.Text.RegularExpressions;

namespace Ledstjarna.Bench;

/// <summary>Someone signed in to the demonstration, sending forms as a browser does.</summary>
internal sealed partial class BenchPerson : IDisposable
{
    private readonly HttpClient _http;

    private BenchPerson(Uri address) =>
        _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromMinutes(2),
        };

    public static async Task<BenchPerson> SignInAsync(Uri address, string role)
    {
        var person = new BenchPerson(address);
        var page = await person.GetAsync("/vaggeryd/logga-in");
        var form = Forms().Matches(page).Select(m => m.Value).Single(f => f.Contains($">{role}</button>", StringComparison.Ordinal));
        await person.PostAsync("/vaggeryd/logga-in/demo", Fields(form));
        return person;
    }

    public Task<string> GetAsync(string address) => _http.GetStringAsync(new Uri(address, UriKind.Relative));

    /// <summary>The fields of the page's form that has one whose name begins so.</summary>
    public static List<KeyValuePair<string, string>> FormWith(string page, string name) =>
        Fields(Forms().Matches(page).Select(m => m.Value).First(f => f.Contains($"name=\"{name}", StringComparison.Ordinal)));

    /// <returns>Where the answer leads.</returns>
    public async Task<string> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await SendAsync(address, content);
    }

    public async Task<string> UploadAsync(string address, string page, byte[] file)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in FormWith(page, "fil").Where(f => f.Key != "fil"))
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(file), "fil", "siffror.csv");
        return await SendAsync(address, content);
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> SendAsync(string address, HttpContent content)
    {
        using var response = await _http.PostAsync(new Uri(address, UriKind.Relative), content);
        return response.StatusCode == HttpStatusCode.Redirect
            ? response.Headers.Location!.ToString()
            : throw new InvalidOperationException(
                $"{address}: {response.StatusCode}: {Tags().Replace(await response.Content.ReadAsStringAsync(), " ")}"
            );
    }

    private static List<KeyValuePair<string, string>> Fields(string form)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (Match tag in Boxes().Matches(form))
        {
            if (Name().Match(tag.Value) is { Success: true } name && !tag.Value.Contains("type=\"checkbox\"", StringComparison.Ordinal))
            {
                fields.Add(
                    new(WebUtility.HtmlDecode(name.Groups[1].Value), WebUtility.HtmlDecode(Value().Match(tag.Value).Groups[1].Value))
                );
            }
        }

        foreach (Match select in Selects().Matches(form))
        {
            fields.Add(new(select.Groups[1].Value, WebUtility.HtmlDecode(Chosen().Match(select.Groups[2].Value).Groups[1].Value)));
        }

        fields.AddRange(
            Areas().Matches(form).Select(a => new KeyValuePair<string, string>(a.Groups[1].Value, WebUtility.HtmlDecode(a.Groups[2].Value)))
        );
        return fields;
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Boxes();

    [GeneratedRegex("\\sname=\"([^\"]*)\"")]
    private static partial Regex Name();

    [GeneratedRegex("\\svalue=\"([^\"]*)\"")]
    private static partial Regex Value();

    [GeneratedRegex("<select[^>]*\\sname=\"([^\"]*)\"[^>]*>(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Selects();

    [GeneratedRegex("<option value=\"([^\"]*)\" selected")]
    private static partial Regex Chosen();

    [GeneratedRegex("<textarea[^>]*\\sname=\"([^\"]*)\"[^>]*>(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex Areas();

    [GeneratedRegex("<[^>]+>\\s*")]
    private static partial Regex Tags();
}
