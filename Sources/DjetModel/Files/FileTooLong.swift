/// An error for a file with more bytes than the limit.
public struct FileTooLong: FinalError, Codable, Hashable {
    /// The most bytes of a file.
    public let limit: Int

    /// The error for a file longer than `limit` bytes.
    public init(limit: Int) {
        self.limit = limit
    }
}

extension FileTooLong: CustomStringConvertible {
    /// The message for the sender.
    public var description: String {
        "the file is longer than the limit of \(limit) bytes"
    }
}
