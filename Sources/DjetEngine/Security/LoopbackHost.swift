/// The names and addresses by which a machine reaches itself.
package enum LoopbackHost {
    /// Returns true if an authority, with or without a port, names this machine.
    package static func isOne(_ authority: String) -> Bool {
        let host = host(of: authority).lowercased()
        return host == "localhost" || host.hasSuffix(".localhost") || host == "::1" || isInLoopbackNet(host)
    }

    private static func host(of authority: String) -> Substring {
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
            return authority[authority.index(after: authority.startIndex)..<end]
        }
        return authority.prefix { $0 != ":" }
    }

    /// Returns true for an IPv4 address in 127.0.0.0/8.
    private static func isInLoopbackNet(_ host: String) -> Bool {
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return numbers.count == 4 && numbers[0] == 127 && numbers.allSatisfy { $0 != nil }
    }
}
