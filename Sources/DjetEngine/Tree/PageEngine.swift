import DjetModel

/// Shows a title and a text.
struct PageEngine: Engine {
    static let basetype = Basetype(
        "page", title: "Page", columns: [Column("body", title: "Text", .longtext)], exposedBy: nil)

    struct Page: Codable, Sendable {
        var title: String
        /// The paragraphs of the text, which blank lines separate.
        var paragraphs: [String]
    }

    var routes: [Route] {
        [
            Route(.get, "", "Shows the page", answer: .page(Page.self)) { visit in
                let paragraphs = Self.paragraphs(of: visit.node.text("body") ?? "")
                return .page(
                    "tree/page", title: visit.node.title,
                    Page(title: visit.node.title, paragraphs: paragraphs))
            }
        ]
    }

    static func paragraphs(of text: String) -> [String] {
        let lines = text.replacing("\r\n", with: "\n").split(
            separator: "\n", omittingEmptySubsequences: false)
        return lines.split { $0.allSatisfy(\.isWhitespace) }.map { $0.joined(separator: "\n") }
    }
}
