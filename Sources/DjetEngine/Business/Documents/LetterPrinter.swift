public import DjetModel

/// Lays out documents for print by the templates of the site.
public struct LetterPrinter: DocumentPrinter {
    /// The data of the template `documents/print`.
    private struct Print: Encodable {
        let title: String
        let style: String
        let letters: [Letter]
    }

    /// Creates the printer.
    public init() {}

    /// Returns a page that holds its style sheet, and fetches nothing.
    public func page(of documents: [InvoiceDocument]) throws -> String {
        let style = EmbeddedWeb.files.first { $0.path == "assets/documents.css" }
        let letters = documents.map { Letter($0) }
        return try Templates(Business.templates).text(
            "documents/print",
            data: Print(
                title: letters.count == 1 ? letters[0].heading : "\(letters.count) documents",
                style: style?.text ?? "", letters: letters))
    }
}
