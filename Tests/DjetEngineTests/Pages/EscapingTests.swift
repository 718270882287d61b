import DjetModel
import DjetTestSupport
import Testing

@testable import DjetEngine

/// A special character of HTML with a combining scalar after it: Swift sees one other character.
@Suite struct EscapingTests {
    static let signs = ["\"", "'", "<", ">", "&"]
    static let tails = ["", "\u{301}", "\u{200D}", "\u{FE0F}"]

    @Test(arguments: signs, tails)
    func noTextIsMarkup(sign: String, tail: String) {
        let written = HTMLEscaping().escapeText("q\(sign)\(tail)z")
        #expect(Array(written.utf8) == Array("q\(Self.escaped(sign))\(tail)z".utf8))
    }

    /// Covers an application's template with its sections and partials, and the shipped layout.
    @Test(arguments: signs, tails)
    func noTextOfATemplateIsMarkup(sign: String, tail: String) throws {
        struct Row: Encodable { var text: String }
        struct Page: Encodable {
            var text: String
            var rows: [Row]
        }
        let templates = try Templates([
            "own": "<i>{{text}}</i>{{#rows}}<p title='{{text}}'>{{> part}}</p>{{/rows}}\n{{> part}}",
            "part": "<b>{{text}}</b>",
            "html": "{{% CONTENT_TYPE: HTML}}{{text}}",
        ])
        let text = "qx\(sign)\(tail)zx"
        for (name, times) in [("own", 4), ("html", 1)] {
            let page = try templates.page(
                name, title: text, data: Page(text: text, rows: [Row(text: text)]), site: Self.site)
            #expect(Self.count(of: text, in: page) == 0, "\(name)")
            // The title stands in the layout.
            #expect(Self.count(of: "qx\(Self.escaped(sign))\(tail)zx", in: page) > times, "\(name): \(page)")
        }
    }

    @Test func aTemplateBeginsWithItsOwnFirstLine() throws {
        struct Nothing: Encodable {}
        let templates = try Templates(["own": "<main>", "layout": "{{{main}}}"])
        #expect(try templates.page("own", title: "", data: Nothing(), site: Self.site) == "<main>")
    }

    @Test(arguments: tails) func noNameOfAUserIsMarkup(tail: String) async throws {
        try await withUserSite { people, _, root, _ in
            let name = Self.signs.map { "qx\($0)\(tail)zx" }.joined()
            try await people.model.changeUser("ada", fullName: name)
            for path in ["/admin/users/ada", "/admin/users"] {
                let page = try await root.get(path).body
                for sign in Self.signs {
                    #expect(Self.count(of: "qx\(sign)\(tail)zx", in: page) == 0, "\(path) \(sign)")
                    let expected = "qx\(Self.escaped(sign))\(tail)zx"
                    #expect(Self.count(of: expected, in: page) > 0, "\(path) \(sign)")
                }
            }
        }
    }

    @Test(arguments: tails) func noValueOfAFigureEndsItsLabel(tail: String) {
        let key = MetricKey(label: "a", dimensions: [("b", "\"\(tail)\\\(tail)\n")])
        #expect(Array(key.labels.utf8) == Array(#"b="\"\#(tail)\\\#(tail)\n""#.utf8))
    }

    private static func escaped(_ sign: String) -> String {
        ["\"": "&quot;", "'": "&#39;", "<": "&lt;", ">": "&gt;", "&": "&amp;"][sign] ?? sign
    }

    private static var site: SiteContext {
        SiteContext(
            name: "Djet", here: "/", address: "/", menu: [], branch: [], user: nil, isConfined: false,
            findPath: nil, csrf: nil, signInPath: nil,
            signOutPath: nil, accountPath: nil, assetsPath: "/assets")
    }

    /// Returns how often a text stands in a page, byte by byte, as a browser reads it.
    private static func count(of text: String, in page: String) -> Int {
        let (bytes, wanted) = (Array(page.utf8), Array(text.utf8))
        guard bytes.count >= wanted.count else { return 0 }
        return (0...bytes.count - wanted.count).count { start in
            bytes[start..<start + wanted.count].elementsEqual(wanted)
        }
    }
}
