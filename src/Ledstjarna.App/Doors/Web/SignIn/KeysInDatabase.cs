using System.Xml.Linq;
using Ledstjarna.Storage;
using Ledstjarna.Storage.Installation;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Ledstjarna.App.Doors.Web.SignIn;

/// <summary>Keeps the keys that protect cookies in the database, so that several servers share them and a restart signs no one out.</summary>
public sealed class KeysInDatabase(ProtectionKeys keys) : IXmlRepository
{
    public static void Add(IServiceCollection services, Database database)
    {
        services.AddDataProtection().SetApplicationName("ledstjarna");
        services.Configure<KeyManagementOptions>(o => o.XmlRepository = new KeysInDatabase(new ProtectionKeys(database)));
    }

    /// <summary>The same protection outside the web server.</summary>
    public static IDataProtectionProvider Provider(Database database)
    {
        var services = new ServiceCollection();
        Add(services, database);
        return services.BuildServiceProvider().GetDataProtectionProvider();
    }

    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.All().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) =>
        keys.Add(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
