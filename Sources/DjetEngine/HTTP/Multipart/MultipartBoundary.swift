/// The boundary between the parts of a multipart body.
struct MultipartBoundary: Sendable, Hashable {
    /// The boundary, as the header names it.
    let text: String

    /// Reads the boundary from `Content-Type`. Throws `MultipartError` if it names none that RFC 2046 allows.
    init(contentType: String) throws(MultipartError) {
        let parameters = try HeaderParameters(contentType)
        guard let text = parameters["boundary"], (1...70).contains(text.utf8.count),
            text.utf8.allSatisfy(Self.isAllowed), text.last != " "
        else { throw .malformed("the content type has no boundary, or an invalid one") }
        self.text = text
    }

    /// The bytes before each part but the first, and after the last.
    var delimiter: [UInt8] { Array("\r\n--\(text)".utf8) }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: "'()+_,-./:=? ".utf8.contains(byte)
        }
    }
}
