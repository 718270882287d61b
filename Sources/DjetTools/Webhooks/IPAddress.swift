import Glibc

/// An address of the internet protocol. Those of version 4 are mapped into version 6.
struct IPAddress: Sendable, Hashable {
    /// The bytes that an address of version 4 is mapped behind, `::ffff:0:0/96`.
    private static let mapping = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]
    /// The bytes behind which gateways to version 4 have its addresses, `64:ff9b::/96`.
    private static let translation: [UInt8] = [0, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8)

    /// The address as it was written.
    let text: String
    /// Its 16 bytes.
    let bytes: [UInt8]

    /// Reads an address such as `10.0.0.7` or `fd00::7`; nil for any other text.
    init?(_ text: String) {
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = Self.mapping + withUnsafeBytes(of: four) { [UInt8]($0) }
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            bytes = withUnsafeBytes(of: six) { [UInt8]($0) }
        } else {
            return nil
        }
        self.text = text
    }

    private init(text: String, bytes: [UInt8]) {
        self.text = text
        self.bytes = bytes
    }

    /// True for an address of version 4, mapped or not.
    var isOfVersion4: Bool { bytes.starts(with: Self.mapping) }

    /// The address of version 4 to which a gateway passes it on; otherwise the same one.
    private var translated: IPAddress {
        guard bytes.starts(with: Self.translation) else { return self }
        return IPAddress(text: text, bytes: Self.mapping + bytes.suffix(4))
    }

    /// True if it may be a host of the public internet: not this machine, a private network, a link, a group,
    /// a cloud's own service, or an example.
    var isPublic: Bool {
        let address = translated
        guard address.isOfVersion4 || IPNetwork.global.contains(address) else { return false }
        return !IPNetwork.special.contains { $0.contains(address) }
    }
}
