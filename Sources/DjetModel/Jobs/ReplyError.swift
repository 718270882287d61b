package import DjetStore

/// A function returned what cannot be stored. Another attempt would not help.
public enum ReplyError: FinalError, Codable, Hashable {
    /// It is longer than the worker's limit, in bytes of JSON.
    case tooLong(what: String, bytes: Int, limit: Int)
    /// PostgreSQL cannot hold it, or it cannot be JSON at all.
    case unstorable(what: String, reason: String)

    /// The JSON of a value that is to be stored. Throws `ReplyError`, which says what it was, in words such as “the reply”.
    package static func text(of value: some Encodable, _ what: String, limit: Int) throws -> String {
        do {
            let text = try JSON.text(of: value)
            guard text.utf8.count <= limit else {
                throw ReplyError.tooLong(what: what, bytes: text.utf8.count, limit: limit)
            }
            return text
        } catch EncodingError.invalidValue(_, let context) {
            throw ReplyError.unstorable(what: what, reason: context.debugDescription)
        }
    }

    /// What the server said of a value that it cannot hold; nil if its error is about anything else.
    package init?(_ error: StoreError, of what: String) {
        guard error.concernsValue else { return nil }
        let reason = [error.message, error.detail].compactMap(\.self).joined(separator: ": ")
        self = .unstorable(what: what, reason: "PostgreSQL cannot hold it as jsonb: \(reason)")
    }
}

extension ReplyError: CustomStringConvertible {
    /// What to tell people.
    public var description: String {
        switch self {
        case .tooLong(let what, let bytes, let limit):
            "\(what) has \(bytes) bytes as JSON, and \(limit) are the most that is stored: return a file instead"
        case .unstorable(let what, let reason): "\(what) cannot be stored: \(reason)"
        }
    }
}

extension StoreError {
    /// Whether the server refuses a value: for its form, its size or its depth.
    package var concernsValue: Bool {
        code == .refused && ["22", "54"].contains(sqlState?.category)
    }
}
