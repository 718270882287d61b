public import DjetModel

/// Lays out documents for print by the templates of the site, each in the language of its customer.
public struct LetterPrinter: DocumentPrinter {
    /// The data of the template `documents/print`.
    private struct Print: Encodable {
        let language: String
        let title: String
        let style: String
        /// The letters as markup.
        let letters: [String]
    }

    /// Creates the printer.
    public init() {}

    /// Returns a page that holds its style sheet, and fetches nothing.
    public func page(of documents: [InvoiceDocument]) throws -> String {
        let languages = Languages(Business.languages)
        let templates = try Templates(Business.templates)
        let style = EmbeddedWeb.files.first { $0.path == "assets/documents.css" }
        let letters = documents.map { document in
            Letter(document, in: languages.best(account: document.buyer.language, header: nil))
        }
        let words = languages.best(account: letters.first?.language, header: nil)
        let title = letters.count == 1 ? letters[0].heading : words("\(letters.count) documents")
        return try templates.text(
            "documents/print",
            data: Print(
                language: words.language, title: title, style: style?.text ?? "",
                letters: letters.map { letter in
                    let own = languages.best(account: letter.language, header: nil)
                    return try templates.text("documents/letter", data: letter, in: own)
                }))
    }
}
