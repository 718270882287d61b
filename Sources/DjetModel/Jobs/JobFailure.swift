import DjetStore

/// An error on its way through the database: what it was, what it says, and itself if it can be encoded.
///
/// It can always be stored: texts are cut at 8 kB, which they say, and U+0000 in them is replaced.
public struct JobFailure: Codable, Sendable, Hashable {
    /// The error's type, or Djet's own word for it: `rescue`, `dependency`, `unknown-kind`, `unreadable`, `deaf`.
    public var type: String
    /// What it says.
    public var message: String
    /// The type as Swift's runtime finds it again.
    var swiftType: String?
    /// The encoded error.
    var value: String?

    private enum CodingKeys: CodingKey { case type, message, swiftType, value }

    /// A failure that is no Swift error.
    public init(type: String, message: String) {
        self.type = StoredText.of(type)
        self.message = StoredText.of(message)
    }

    /// A Swift error.
    public init(_ error: any Error) {
        let message = (error as? DecodingError)?.sentence ?? "\(error)"
        self.init(type: String(reflecting: Swift.type(of: error)), message: message)
        guard let codable = error as? any Error & Codable, let tree = try? JSON.tree(of: codable) else {
            return
        }
        let value = tree.storable.compact
        // What is too long even so is left out: the message says it.
        guard value.utf8.count <= StoredText.limit else { return }
        swiftType = _mangledTypeName(Swift.type(of: error))
        self.value = value
    }

    /// The error as it was thrown; if it could not be encoded, or its type is not part of this program, a
    /// `JobError` that says the same.
    public var error: any Error {
        guard let swiftType, let value, let type = _typeByName(swiftType) as? any (Error & Decodable).Type,
            let error = try? JSON.value(type, from: value)
        else { return JobError.failed(type: type, message: message) }
        return error
    }
}

extension JobFailure {
    /// Reads what any worker may have stored: of another shape, it becomes the message of an unknown error.
    public init(from decoder: any Decoder) throws {
        guard let container = try? decoder.container(keyedBy: CodingKeys.self),
            let message = try? container.decode(String.self, forKey: .message)
        else {
            let text = try? JSON.text(of: JSONValue(from: decoder))
            self.init(type: "unknown", message: text ?? "the reason cannot be read")
            return
        }
        self.init(
            type: (try? container.decode(String.self, forKey: .type)) ?? "unknown", message: message)
        swiftType = try? container.decode(String.self, forKey: .swiftType)
        value = try? container.decode(String.self, forKey: .value)
    }
}

extension JSONTree {
    /// The same with texts as they are stored.
    fileprivate var storable: JSONTree {
        switch self {
        case .object(let members):
            .object(members.map { Member(name: $0.name, value: $0.value.storable) })
        case .array(let elements): .array(elements.map(\.storable))
        case .string(let written): .text(StoredText.of(Self.unescaped(written)))
        case .word: self
        }
    }
}
