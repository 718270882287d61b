import Foundation

extension OrderFile {
    /// Reads a stored file once to check that it is text, and to find its encoding: only the last byte
    /// settles both.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - encoding: the encoding named by the user.
    ///   - subject: the contents that are expected.
    init(_ file: File, encoding: String?, of subject: ImportSubject = .orders, in model: Model) async throws {
        var check = TextCheck()
        for try await chunk in model.bytes(of: file) { check.feed(chunk) }
        try self.init(
            name: file.name, check, encoding: try PlainText.said(encoding, as: "encoding"),
            charset: Self.charset(of: file.mimeType), of: subject)
    }

    /// Returns the encoding named by the sender: the `charset` of the media type.
    static func charset(of mimeType: String) -> String? {
        for parameter in mimeType.split(separator: ";").dropFirst() {
            let words = parameter.split(separator: "=", maxSplits: 1)
            guard words.count == 2, words[0].trimmingCharacters(in: .whitespaces) == "charset" else {
                continue
            }
            return words[1].trimmingCharacters(in: CharacterSet(charactersIn: " \""))
        }
        return nil
    }
}
