import Glibc

extension Connection {
    /// The most values that the protocol can number.
    private static let maximumParameters = 65_535
    /// The limit of the server's messages: a gigabyte.
    private static let maximumSize = 1 << 30

    /// Checks the statements, since one that libpq could not send would leave the connection in mid-exchange.
    ///
    /// - Returns: the size of all values, in bytes. Throws `StoreError` with code `.misuse` or
    ///   `.unexpectedValue`.
    @discardableResult
    func check(_ segments: [[Statement]]) throws -> Int {
        var total = 0
        for statement in segments.joined() {
            try checkText(statement.text)
            guard statement.parameters.count <= Self.maximumParameters else {
                throw StoreError(
                    .misuse,
                    "a statement takes at most \(Self.maximumParameters) values: pass an array, or use COPY")
            }
            var size = 0
            for parameter in statement.parameters { size += try self.size(of: parameter) }
            guard size < Self.maximumSize else {
                throw StoreError(.unexpectedValue, "the values of a statement are longer than a gigabyte")
            }
            total += size
        }
        return total
    }

    func checkText(_ text: String) throws {
        guard !Self.holdsZero(text), text.utf8.count < Self.maximumSize else {
            throw StoreError(.misuse, "a statement's text holds a zero byte or is longer than a gigabyte")
        }
    }

    private func size(of parameter: Parameter) throws -> Int {
        switch parameter {
        case .null: return 0
        case .bytes(let bytes): return bytes.count
        case .text(let text):
            guard !Self.holdsZero(text) else {
                throw StoreError(.unexpectedValue, "a text holds a zero byte, which PostgreSQL cannot store")
            }
            return text.utf8.count
        }
    }

    /// Returns true if a text holds a zero byte. It uses the C library, since every sent text is searched.
    private static func holdsZero(_ text: String) -> Bool {
        let isFound = text.utf8.withContiguousStorageIfAvailable { bytes in
            bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
        }
        return isFound ?? text.utf8.contains(0)
    }
}
