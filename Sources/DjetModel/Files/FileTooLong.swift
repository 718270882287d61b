/// Somebody sent more bytes than are taken.
public struct FileTooLong: FinalError, Codable, Hashable {
    /// The most bytes that a file may have.
    public let limit: Int

    /// Longer than so many bytes.
    public init(limit: Int) {
        self.limit = limit
    }
}

extension FileTooLong: CustomStringConvertible {
    /// What to tell whoever sent them.
    public var description: String {
        "the file is longer than \(limit) bytes, which is the most that is taken"
    }
}
