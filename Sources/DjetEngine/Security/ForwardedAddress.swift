import HTTPTypes
import NIOCore

/// The address that a request comes from, also behind proxies.
enum ForwardedAddress {
    /// Returns the address that the outermost trusted proxy saw: the `proxies`th from the end of
    /// `X-Forwarded-For`. The entries before it are the client's own and are ignored.
    ///
    /// Without proxies, or without a usable entry, it is the address of the peer.
    static func of(_ headers: HTTPFields, peer: String?, proxies: Int) -> String? {
        outermost(headers, peer: peer, proxies: proxies).map(unmapped)
    }

    /// Returns an IPv4 address in plain form, even if a socket of both families reports it as IPv6. As IPv6,
    /// all of them are in one network of 64 bits, which is counted as one address.
    static func unmapped(_ address: String) -> String {
        let prefix = "::ffff:"
        guard address.hasPrefix(prefix), address.contains(".") else { return address }
        return String(address.dropFirst(prefix.count))
    }

    private static func outermost(_ headers: HTTPFields, peer: String?, proxies: Int) -> String? {
        guard proxies > 0 else { return peer }
        let addresses = headers[values: .known("X-Forwarded-For")].joined(separator: ",").split(
            separator: ",")
        guard addresses.count >= proxies else { return peer }
        return address(in: addresses[addresses.count - proxies]) ?? peer
    }

    /// Returns the address without the port that some proxies add: each port would be counted as an address
    /// of its own.
    private static func address(in text: Substring) -> String? {
        var host = text.drop { $0 == " " }
        while host.last == " " { host.removeLast() }
        if host.first == "[", let end = host.firstIndex(of: "]") {
            host = host[host.index(after: host.startIndex)..<end]
        } else if host.count(where: { $0 == ":" }) == 1 {
            host = host.prefix { $0 != ":" }
        }
        return (try? SocketAddress(ipAddress: String(host), port: 0))?.ipAddress
    }
}
