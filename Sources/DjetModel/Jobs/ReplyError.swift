import DjetJSON
package import DjetStore

/// An error for a value that cannot be stored. Another attempt would not help.
public enum ReplyError: FinalError, Codable, Hashable {
    /// The value is longer than the worker's limit, in bytes of JSON.
    case tooLong(what: String, bytes: Int, limit: Int)
    /// The value has no form in JSON, or PostgreSQL cannot hold it.
    case unstorable(what: String, reason: String)

    /// Returns the JSON of a value to be stored. Throws `ReplyError`; `what` names the value in it, such as
    /// “the reply”.
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

    /// The server's refusal of a value; nil if its error is about anything else.
    package init?(_ error: StoreError, of what: String) {
        guard error.concernsValue else { return nil }
        let reason = [error.message, error.detail].compactMap(\.self).joined(separator: ": ")
        self = .unstorable(what: what, reason: "PostgreSQL cannot store it as jsonb: \(reason)")
    }
}

extension ReplyError: CustomStringConvertible {
    /// The message for people.
    public var description: String {
        switch self {
        case .tooLong(let what, let bytes, let limit):
            "\(what) has \(bytes) bytes as JSON, more than the limit of \(limit): return a file instead"
        case .unstorable(let what, let reason): "\(what) cannot be stored: \(reason)"
        }
    }
}

extension StoreError {
    /// True if the server refuses a value: for its form, its size or its depth.
    package var concernsValue: Bool {
        code == .refused && ["22", "54"].contains(sqlState?.category)
    }
}
