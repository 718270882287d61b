import CLibPQ

/// Operations on libpq's connection strings without connecting.
package enum ConnectionString {
    /// Returns the same string, a URI or key/value pairs, for another database of that server.
    ///
    /// Throws `StoreError` with code `.cannotConnect` if libpq cannot read it.
    package static func naming(_ database: String, in connectionString: String) throws -> String {
        var message: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(connectionString, &message) else {
            defer { PQfreemem(message) }
            let reason = message.map { String(cString: $0).split(separator: "\n").joined(separator: " ") }
            throw StoreError(.cannotConnect, "the connection string cannot be read: \(reason ?? "no memory")")
        }
        defer { PQconninfoFree(options) }
        let others = pairs(of: options).filter { $0.name != "dbname" }
        return text(of: [("dbname", database)] + others)
    }

    /// Returns the complete parameters of a connection, for programs that do not see this environment. The
    /// password is left out, since everybody could read it: they find it in a password file.
    package static func complete(of connection: Connection) -> String {
        guard let options = connection.wire.withLock({ PQconninfo($0.pointer) }) else { return "" }
        defer { PQconninfoFree(options) }
        return text(of: pairs(of: options).filter { !$0.value.isEmpty && $0.name != "password" })
    }

    private static func pairs(
        of options: UnsafeMutablePointer<PQconninfoOption>
    ) -> [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        var next = options
        while let keyword = next.pointee.keyword {
            if let value = next.pointee.val {
                pairs.append((String(cString: keyword), String(cString: value)))
            }
            next += 1
        }
        return pairs
    }

    private static func text(of pairs: [(name: String, value: String)]) -> String {
        pairs.map { "\($0.name)=\(quoted($0.value))" }.joined(separator: " ")
    }

    private static func quoted(_ value: String) -> String {
        let escaped = value.rewritten { ["\\", "'"].contains($0) ? "\\\($0)" : nil }
        return "'\(escaped)'"
    }
}
