/// A network of addresses with the same beginning.
struct IPNetwork: Sendable, Hashable {
    private let bytes: [UInt8]
    /// The number of bits that its addresses have in common, of 128.
    private let length: Int

    /// Reads a network such as `10.1.0.0/16` or `fd00::/8`, or a single address; nil for any other text.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2, let address = IPAddress(parts[0]) else { return nil }
        let first = address.isOfVersion4 && !parts[0].contains(":") ? 96 : 0
        guard let length = parts.count == 2 ? Int(parts[1]) : 128 - first, (0...128 - first).contains(length)
        else { return nil }
        bytes = address.bytes
        self.length = first + length
    }

    /// Returns true for an address of the network.
    func contains(_ address: IPAddress) -> Bool {
        let (whole, rest) = length.quotientAndRemainder(dividingBy: 8)
        guard address.bytes.prefix(whole) == bytes.prefix(whole) else { return false }
        return rest == 0 || (address.bytes[whole] ^ bytes[whole]) >> (8 - rest) == 0
    }
}

extension IPNetwork {
    /// The addresses of version 6 that are given out for the whole internet.
    static let global = IPNetwork(bytes: [0x20] + [UInt8](repeating: 0, count: 15), length: 3)

    /// The networks that are not of the public internet, as IANA lists them.
    static let special =
        ([
            // This host and network, private ones, those of carriers, this machine, links.
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            // Protocols, examples, the way to version 6, tests, groups, what is reserved.
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
            "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // The services of a cloud's host, which is at a public address with Azure alone.
            "168.63.129.16",
            // Tunnels, which hold addresses of version 4, protocols, and examples.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        ] as [String]).compactMap { IPNetwork($0) }

    private init(bytes: [UInt8], length: Int) {
        self.bytes = bytes
        self.length = length
    }
}
