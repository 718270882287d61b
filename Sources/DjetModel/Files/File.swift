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

    /// Reads the JSON of a stored file: `{"file": 7, "name": "a.csv", "mimeType": "text/csv", "size": 42}`.
    /// Throws `DecodingError`, which says how to give one.
    public init(from decoder: any Decoder) throws {
        do {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            id = try fields.decode(Int64.self, forKey: .id)
            name = try fields.decode(String.self, forKey: .name)
            mimeType = try fields.decode(String.self, forKey: .mimeType)
            size = try fields.decode(Int.self, forKey: .size)
        } catch is DecodingError {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: Self.howToGive))
        }
    }

    private static let howToGive = """
        expected a file: in a command give it by --file NAME=PATH, in SQL as the "file", "name", "mimeType" and \
        "size" of a stored one, over HTTP as an upload or by its number, {"file": 7}
        """
}
