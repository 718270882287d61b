import Glibc

/// The key by which addresses are counted. A 64-bit network of IPv6 counts as one address, since whoever has
/// one of its addresses has all.
enum AddressKey {
    static func of(_ address: String) -> String {
        let address = ForwardedAddress.unmapped(address)
        var number = in6_addr()
        guard inet_pton(AF_INET6, String(address.prefix { $0 != "%" }), &number) == 1 else { return address }
        let bytes = withUnsafeBytes(of: &number) { Array($0.prefix(8)) }
        return bytes.map { String($0, radix: 16) }.joined(separator: ":") + "/64"
    }

    /// Returns true for this machine's own addresses, by which it speaks to itself.
    static func isLoopback(_ address: String) -> Bool {
        let address = ForwardedAddress.unmapped(address)
        return address == "::1" || address.hasPrefix("127.")
    }
}
