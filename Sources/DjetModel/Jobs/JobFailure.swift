import DjetJSON

/// An error on its way through the database: its type, its message, and the error itself if it can be
/// encoded.
///
/// It can always be stored: texts are cut at 8 kB with a mark, and U+0000 in them is replaced.
public struct JobFailure: Codable, Sendable, Hashable {
    /// The error's type, or Djet's own word: `rescue`, `dependency`, `unknown-kind`, `unreadable`,
    /// `unresponsive`, `unstorable`.
    public var type: String
    /// The message.
    public var message: String
    /// The mangled type name, by which Swift's runtime finds the type again.
    var swiftType: String?
    /// The error, encoded as JSON.
    var value: String?

    private enum CodingKeys: CodingKey { case type, message, swiftType, value }

    /// A failure that is not a Swift error.
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
        // An encoded error that is still too long is left out: the message says it.
        guard value.utf8.count <= StoredText.limit else { return }
        swiftType = _mangledTypeName(Swift.type(of: error))
        self.value = value
    }

    /// The error as it was thrown. A `JobError.failed` with its message if it could not be encoded, or if
    /// this program lacks its type.
    public var error: any Error {
        guard let swiftType, let value, let type = _typeByName(swiftType) as? any (Error & Decodable).Type,
            let error = try? JSON.value(type, from: value)
        else { return JobError.failed(type: type, message: message) }
        return error
    }
}

extension JobFailure {
    /// Reads the failure that any worker may have stored. Another shape becomes the message of an unknown
    /// error.
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
    /// The same JSON with its texts as they are stored.
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
