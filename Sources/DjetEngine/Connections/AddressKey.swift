import Glibc

/// By what addresses are counted: each for itself, but those of one network of 64 bits of IPv6 together, since
/// whoever has one of them has all.
enum AddressKey {
    static func of(_ address: String) -> String {
        let address = ForwardedAddress.unmapped(address)
        var number = in6_addr()
        guard inet_pton(AF_INET6, String(address.prefix { $0 != "%" }), &number) == 1 else { return address }
        let bytes = withUnsafeBytes(of: &number) { Array($0.prefix(8)) }
        return bytes.map { String($0, radix: 16) }.joined(separator: ":") + "/64"
    }

    /// Whether it is one of this machine's own, by which it speaks to itself.
    static func isLoopback(_ address: String) -> Bool {
        let address = ForwardedAddress.unmapped(address)
        return address == "::1" || address.hasPrefix("127.")
    }
}
