import DjetJSON

/// A part of a form, without its content.
struct MultipartPart: Sendable, Hashable {
    /// The field's name.
    var name: String
    /// The file's name at its origin. It comes from people and may be anything.
    var fileName: String?
    /// The media type that the client names; nil if it names none.
    var contentType: String?
}

extension MultipartPart {
    /// Reads the header of a part, which may begin with a line break. Throws `MultipartError` if it is not
    /// the header of a form's field.
    init(header: some Sequence<UInt8>) throws(MultipartError) {
        var disposition: HeaderParameters?
        var contentType: String?
        let text = String(decoding: Array(header), as: UTF8.self)
        guard !CombiningMarks.areTooMany(in: text) else {
            throw .malformed("a part's header has too many combining marks")
        }
        let lines = text.split(separator: "\r\n")
        for line in lines {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, Self.isName(parts[0]) else {
                throw .malformed("a line of a part's header is not a header: “\(line.beginning(40))”")
            }
            let value = parts[1].drop { $0 == " " || $0 == "\t" }
            switch parts[0].lowercased() {
            case "content-disposition":
                guard disposition == nil else { throw .malformed("a part has two dispositions") }
                disposition = try HeaderParameters(String(value))
            case "content-type": contentType = String(value)
            case "content-transfer-encoding": try Self.checkEncoding(value)
            default: break
            }
        }
        guard let disposition, disposition.value == "form-data", let name = disposition["name"] else {
            throw .malformed("a part does not name its field")
        }
        guard name.utf8.count <= FieldName.longest else {
            throw .malformed("a field's name has at most \(FieldName.longest) bytes")
        }
        self.init(name: name, fileName: disposition["filename"], contentType: contentType)
    }

    private static func isName(_ name: Substring) -> Bool {
        !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }

    /// Throws `MultipartError` if a part is encoded: RFC 7578 has abolished encodings.
    private static func checkEncoding(_ value: Substring) throws(MultipartError) {
        guard ["7bit", "8bit", "binary"].contains(value.lowercased()) else {
            throw .malformed("a part is encoded as “\(value.beginning(40))”: send it unencoded")
        }
    }
}
