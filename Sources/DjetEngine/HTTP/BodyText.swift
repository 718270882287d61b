import DjetStore
import HTTPTypes

/// The text of a body, or of a part of one.
enum BodyText {
    /// Throws `Refusal` of 400 if the bytes are no UTF-8 or cannot be worked on in good time. A byte order mark before
    /// them, which editors of Windows write, is left out.
    static func text(of bytes: some Collection<UInt8>, _ what: String = "the body") throws -> String {
        let bytes = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes.dropFirst(3) : bytes[...]
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Refusal(.badRequest, "\(what) is no UTF-8")
        }
        guard !CombiningMarks.areTooMany(in: text) else { throw tooManyMarks }
        return text
    }

    static let tooManyMarks = Refusal(
        .badRequest, "a letter has more than \(CombiningMarks.most) combining marks, which nobody could read")
}
