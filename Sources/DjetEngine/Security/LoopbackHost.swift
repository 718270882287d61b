/// The names and numbers by which a machine reaches itself.
package enum LoopbackHost {
    /// Whether the host of an authority, with or without a port, is one.
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

    /// 127.0.0.0/8, written as four numbers.
    private static func isInLoopbackNet(_ host: String) -> Bool {
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return numbers.count == 4 && numbers[0] == 127 && numbers.allSatisfy { $0 != nil }
    }
}
