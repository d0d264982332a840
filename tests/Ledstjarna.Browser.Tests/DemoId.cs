using System.Security.Cryptography;
using System.Text;

namespace Ledstjarna.Browser.Tests;

/// <summary>The ids that the demonstration's things always have.</summary>
internal static class DemoId
{
    public static Guid Of(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"vaggeryd/{name}")).AsSpan(0, 16));
}
