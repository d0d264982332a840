using System.Net;
using System.Net.Sockets;

namespace Ledstjarna.Integrations.Http;

/// <summary>
/// Connects to public addresses alone. It is asked at the moment of connecting, so that a name which leads inside the network is refused
/// whatever it led to before.
/// </summary>
public static class PublicAddresses
{
    /// <summary>Networks that are no one's on the open internet (IANA's special-purpose registries).</summary>
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "::/128",
            "::1/128",
            "100::/64",
            "2001:db8::/32",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    /// <summary>Whether it is an address on the open internet. One that wraps another, as in translation between networks, is as the other.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && Wrapped(address) is { } within)
        {
            return IsPublic(within);
        }

        return !Special.Any(n => n.BaseAddress.AddressFamily == address.AddressFamily && n.Contains(address));
    }

    internal static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = await Dns.GetHostAddressesAsync(host, cancellation);
        IPAddress[] open = [.. addresses.Where(IsPublic)];
        if (open.Length == 0)
        {
            throw new SourceException(SourceFault.PrivateAddress, host, string.Join(", ", addresses.Select(a => a.ToString())));
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The address of the older kind inside a mapped, translated (NAT64) or tunnelled (6to4) one.</summary>
    private static IPAddress? Wrapped(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
            : bytes.AsSpan(0, 12).SequenceEqual((ReadOnlySpan<byte>)[0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0])
                ? new IPAddress(bytes.AsSpan(12))
            : bytes[0] == 0x20 && bytes[1] == 0x02 ? new IPAddress(bytes.AsSpan(2, 4))
            : null;
    }
}
