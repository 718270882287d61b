import DjetJSON
import Testing

/// Every text of a page is in the Danish catalogs, and nothing else is.
@Suite struct CatalogTests {
    static let web = "Sources/DjetEngine/Web"
    /// Entries that no source has in one piece, or whose texts come from elsewhere, and the forms of figures.
    static let composed: Set<String> = [
        "1,234.5", "2026-11-30", "18:05:09", "English", "1 attempt", "1 attempt, {1} failed", "{1} attempts",
        "{1} attempts, {2} failed", "1 step", "{1} steps", "{1} signals", "ahead of", "at least {1}",
        "Cancel jobs", "Retry jobs", "Delete jobs", "Found as {1}",
        "{1} d", "{1} d {2} h", "{1} h", "{1} h {2} min", "{1}: is not a day of the years 1 to 9999",
        "{1} has failed: it cannot be cancelled", "{1} is {2}: it cannot be cancelled",
        "The queue {1} was paused, and jobs wait in it or below it.",
        "there were too many failed attempts: try again in 1 second",
        "there were too many failed attempts: try again in {1} seconds", "URI Too Long",
        "jobs.cancel", "jobs.retry", "jobs.delete", "customer.set", "supplier.set", "product.set",
        "price-list.set", "New customer", "New supplier", "{1}, or a name from {2} to {3}.",
        "{1} is no node's path: take one, such as /tickets, or none",
        "no handler for “{1}” on the worker that claimed it",
        "text follows a closing quote (\") where a delimiter or the end of the line is expected; double each "
            + "quote inside a quoted field",
        "the line is longer than 1 MiB, more than any record needs; save the file again as CSV with one "
            + "record on each line",
    ]

    @Test func everyTextOfATemplateIsInTheCatalog() throws {
        let (base, business) = (try Self.catalog(""), try Self.catalog("business/"))
        var count = 0
        for file in House.files(in: "\(Self.web)/templates", ending: ".mustache") {
            let known = file.isOfTheBusiness ? base.merging(business) { $1 } : base
            for key in file.text.markedTexts {
                count += 1
                #expect(known[key] != nil, "\(file.path): “\(key)” is in no catalog")
            }
        }
        #expect(count > 1000)
    }

    @Test func everyTextOfThePagesInSwiftIsInTheCatalog() throws {
        let (base, business) = (try Self.catalog(""), try Self.catalog("business/"))
        var count = 0
        // What only programs read is in English.
        for file in House.swiftFiles(in: "Sources/DjetEngine")
        where !["/OpenAPI/", "/Metrics/"].contains(where: { file.path.contains($0) }) {
            let known = file.isOfTheBusiness ? base.merging(business) { $1 } : base
            for text in SwiftText.all(in: file.text) where text.isShown {
                count += 1
                #expect(known[text.key] != nil, "\(file.path): “\(text.key)” is in no catalog")
            }
        }
        #expect(count > 200)
    }

    @Test func noEntryIsLeftOver() throws {
        let templates = House.files(in: "\(Self.web)/templates", ending: ".mustache")
        let swift = House.swiftFiles(in: "Sources")
        var known = Set(templates.flatMap { $0.text.markedTexts })
        for file in swift { known.formUnion(SwiftText.all(in: file.text).map(\.key)) }
        for file in House.files(in: "sql", ending: ".sql") { known.formUnion(file.text.sqlTexts) }
        known.formUnion(try NameTests.ownChores())
        let names = Set(swift.flatMap { $0.text.split { !$0.isLetter && !$0.isNumber }.map(String.init) })
        for folder in ["", "business/"] {
            for key in try Self.catalog(folder).keys.sorted() where !Self.composed.contains(key) {
                #expect(
                    known.contains(key) || names.contains(key) || names.contains(key.inCamelCase),
                    "\(folder): “\(key)” is left over")
            }
        }
    }

    /// A value that the original has, and none beside.
    @Test(arguments: ["", "business/"]) func aTranslationHasTheSameValues(folder: String) throws {
        for (key, text) in try Self.catalog(folder) {
            #expect(key.values == text.values, "“\(key)” is translated as “\(text)”")
            #expect(key.contains(" | ") == text.contains(" | "), "“\(key)” has two forms, or one")
            #expect(!text.isEmpty && !text.contains("\n"))
        }
    }

    @Test func noEntryStandsTwice() throws {
        let (base, business) = (try Self.catalog(""), try Self.catalog("business/"))
        #expect(Set(base.keys).intersection(business.keys).isEmpty)
        for (folder, catalog) in [("", base), ("business/", business)] {
            let file = try #require(House.file("\(Self.web)/languages/\(folder)da.json"))
            #expect(file.lineCount == catalog.count + 2, "one entry a line, each once")
        }
    }

    @Test(
        arguments: [
            (#"a(title: "Order \(b("x")) is \(c)")"#, "Order {1} is {2}", true),
            (#"throw ModelError.conflict("no \"z\"")"#, #"no "z""#, true),
            (#"b("two words")"#, "two words", false),
            ("words(\"\"\"\n    an \\\n    egg\n    \"\"\")", "an egg", true),
            (#"title: "\(a)""#, "{1}", false),
        ])
    func aLiteralOfSwiftIsRead(code: String, key: String, isShown: Bool) {
        let text = SwiftText.all(in: code).last
        #expect(text?.key == key && text?.isShown == isShown)
    }

    static func catalog(_ folder: String) throws -> [String: String] {
        let file = try #require(House.file("\(web)/languages/\(folder)da.json"))
        return try JSON.value([String: String].self, from: file.text)
    }
}

extension House.File {
    fileprivate var isOfTheBusiness: Bool { path.contains("/business/") || path.contains("/Business/") }
}

extension String {
    /// The marked texts of a template.
    var markedTexts: [String] { matches(of: #/\{\{#t\}\}(.*?)\{\{/t\}\}/#).map { String($0.1) } }

    /// The values of a text, in alphabetical order. A comment is none.
    fileprivate var values: [String] {
        matches(of: #/\{\{[^!].*?\}\}+|\{\d+\}/#).map { String($0.0) }.sorted()
    }

    /// The name of a property whose title it is: `dueOn` for `Due on`.
    fileprivate var inCamelCase: String {
        let words = split(separator: " ")
        return words.enumerated().map {
            $0 == 0 ? $1.lowercased() : $1.prefix(1).uppercased() + $1.dropFirst()
        }.joined()
    }

    /// The code of SQL without comments. Literals on lines in a row are one.
    var sqlCode: String {
        let parts = split(separator: "\n").filter { !$0.trimmingPrefix(#/\s*/#).hasPrefix("--") }
        return parts.joined(separator: "\n").replacing(#/'\s*\n\s*'/#, with: "")
    }

    /// The literals of SQL as a catalog has them.
    fileprivate var sqlTexts: [String] {
        sqlCode.matches(of: #/'((?:[^']|'')*)'/#).map { String($0.1).sqlKey }
    }

    /// A literal of SQL as a catalog has it, with numbers in the place of `%s`, or of an exception's `%`.
    var sqlKey: String {
        let text = replacing("''", with: "'").replacing("%%", with: "\0")
        let pieces = text.split(separator: #/%(?:(?:\d\$)?s)?/#, omittingEmptySubsequences: false)
        let numbered = pieces.enumerated().map { $0 == 0 ? String($1) : "{\($0)}\($1)" }
        return numbered.joined().replacing("\0", with: "%").inOneLine.trimmed
    }
}
