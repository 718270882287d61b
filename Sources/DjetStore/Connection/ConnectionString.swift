import CLibPQ

/// What can be done to one of libpq's connection strings without connecting.
package enum ConnectionString {
    /// The same string, a URI or key/value pairs, for another database of that server.
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
        var pairs = ["dbname=\(quoted(database))"]
        var next = options
        while let keyword = next.pointee.keyword {
            let name = String(cString: keyword)
            if name != "dbname", let value = next.pointee.val {
                pairs.append("\(name)=\(quoted(String(cString: value)))")
            }
            next += 1
        }
        return pairs.joined(separator: " ")
    }

    private static func quoted(_ value: String) -> String {
        let escaped = value.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
        return "'\(escaped)'"
    }
}
