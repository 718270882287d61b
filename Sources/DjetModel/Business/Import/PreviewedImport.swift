/// An import whose file can be looked at before anything is booked.
package protocol PreviewedImport: ModelFunction {
    /// The contents of its files, in words.
    static var subject: ImportSubject { get }

    /// The fields that a column of its files can be.
    static var fields: [ImportField] { get }

    /// The file.
    var file: File { get }

    /// The choices by which it reads the file.
    var choices: ImportChoices { get set }

    /// Returns the field that a column of this name is; nil if it is none.
    func field(named name: String) -> String?

    /// Reads the beginning of the file, or all of it, by all rules, and books nothing. Throws `ImportError`
    /// or `ModelError` if it cannot be read.
    func check(_ input: CheckedInput, _ source: OrderFile, in model: Model) async throws -> ImportCheck
}

/// A field of what an import books, which a column of its file can be.
package struct ImportField: Codable, Sendable, Equatable {
    /// The name in a mapping, such as `unitPrice`.
    package let name: String
    /// The name for people, such as `unit price`.
    package let title: String
    /// True if a file without it cannot be imported.
    package let isNeeded: Bool

    /// The name, in a mapping, for a column that is ignored.
    package static let ignored = "-"
}
