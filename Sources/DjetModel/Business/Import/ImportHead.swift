/// The beginning of a file that is looked at.
package struct ImportHead: Sendable {
    /// The most bytes that are looked at: half a mebibyte.
    static let most = 1 << 19

    /// The bytes: the whole file, or as many of its lines as there is room for.
    let bytes: [UInt8]

    /// True if these are all bytes of the file.
    let isWhole: Bool

    private let check: TextCheck

    /// Reads the beginning of a stored file.
    init(_ file: File, in model: Model) async throws {
        var bytes: [UInt8] = []
        for try await chunk in model.bytes(of: file) {
            bytes += chunk.prefix(Self.most - bytes.count)
            if bytes.count >= Self.most { break }
        }
        isWhole = bytes.count >= file.size
        if !isWhole, let end = bytes.lastIndex(of: .lineFeed) { bytes.removeSubrange((end + 1)...) }
        self.bytes = bytes
        var check = TextCheck()
        check.feed(bytes)
        self.check = check
    }

    /// Returns the file with its encoding: the one that is named, or the one that these bytes show.
    func source(of file: File, encoding: String?, _ subject: ImportSubject) throws -> OrderFile {
        try OrderFile(
            name: file.name, check, encoding: try PlainText.said(encoding, as: "encoding"),
            charset: OrderFile.charset(of: file.mimeType), of: subject)
    }
}
