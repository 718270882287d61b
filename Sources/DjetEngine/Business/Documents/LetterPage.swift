import DjetModel

/// A document as it is printed.
struct LetterPage: Codable, Sendable {
    let letter: Letter
    /// The address of the page about the same.
    let backPath: String
    /// The address of its UBL file; empty if it has none.
    let filePath: String
    /// The settings that an invoice lacks for a UBL file; empty if nothing is missing.
    let missing: String

    init(_ letter: Letter, backPath: String, filePath: String = "", missing: [String] = []) {
        self.letter = letter
        self.backPath = backPath
        self.filePath = missing.isEmpty ? filePath : ""
        self.missing = missing.joined(separator: "; ")
    }
}
