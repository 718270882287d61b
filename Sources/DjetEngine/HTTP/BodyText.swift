import DjetJSON
import HTTPTypes

/// The text of a body, or of a part of one.
enum BodyText {
    /// Returns the text. Throws `RequestError` of 400 if the bytes are not UTF-8 or cannot be processed in
    /// good time. A leading byte order mark, which editors of Windows write, is dropped.
    static func text(of bytes: some Collection<UInt8>, _ what: String = "the body") throws -> String {
        let bytes = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes.dropFirst(3) : bytes[...]
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw RequestError(.badRequest, "\(what) is not UTF-8")
        }
        guard !CombiningMarks.areTooMany(in: text) else { throw tooManyMarks }
        return text
    }

    static let tooManyMarks = RequestError(
        .badRequest, "a letter has more than \(CombiningMarks.most) combining marks")
}
