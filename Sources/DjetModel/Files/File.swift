/// A file in the database: its name and type, not its bytes.
///
/// It can be an argument or a part of a function's output. It means the same bytes wherever it is read.
public struct File: Codable, Sendable, Hashable {
    /// The file's number.
    public let id: Int64
    /// The name to save it under. It comes from people and is not a path.
    public let name: String
    /// Its MIME type, such as `text/csv; charset=utf-8`.
    public let mimeType: String
    /// Its length in bytes.
    public let size: Int

    package init(id: Int64, name: String, mimeType: String, size: Int) {
        self.id = id
        self.name = name
        self.mimeType = mimeType
        self.size = size
    }

    enum CodingKeys: String, CodingKey {
        case id = "file"
        case name, mimeType, size
    }
}
