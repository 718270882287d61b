import DjetStore

/// An error on its way through the database: what it was, what it says, and itself if it can be encoded.
public struct JobFailure: Codable, Sendable, Hashable {
    /// The error's type, or Djet's own word for it: `rescue`, `dependency`, `unknown-kind`, `arguments`,
    /// `timeout`.
    public var type: String
    /// What it says.
    public var message: String
    /// The type as Swift's runtime finds it again.
    var swiftType: String?
    /// The encoded error.
    var value: String?

    /// A failure that is no Swift error.
    public init(type: String, message: String) {
        self.type = type
        self.message = message
    }

    /// A Swift error.
    public init(_ error: any Error) {
        type = String(reflecting: Swift.type(of: error))
        message = "\(error)"
        guard let codable = error as? any Error & Codable else { return }
        swiftType = _mangledTypeName(Swift.type(of: error))
        value = try? JSON.text(of: codable)
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
