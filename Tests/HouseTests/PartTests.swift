import Foundation
import Testing

/// The shipped business lies in folders of its own; no source file outside of them mentions it.
@Suite struct PartTests {
    /// The shipped program, which names its parts.
    static let mayKnow = "Sources/djet/Djet.swift"

    @Test func nothingOutsideOfTheBusinessMentionsIt() {
        let words: Set<String> = [
            "sales", "accounting", "logistics", "orders", "invoice", "invoices", "Business",
        ]
        let types = Self.types()
        #expect(types.isSuperset(of: ["Order", "Invoice", "PlaceOrder", "OrdersEngine", "DemoCommand"]))
        let files = Self.files().filter { !Self.isOfTheBusiness($0.path) && $0.path != Self.mayKnow }
        #expect(files.count > 400)
        for file in files {
            let forbidden = file.path.hasSuffix(".swift") ? words.union(types) : words
            let said = Self.words(of: file.text).intersection(forbidden).sorted()
            #expect(said.isEmpty, "\(file.path) says \(said.joined(separator: ", "))")
            for sign in [".business", "business/"] {
                #expect(!file.text.contains(sign), "\(file.path) says \(sign)")
            }
        }
    }

    @Test func theBusinessHasItsFolders() {
        for (folder, ending) in [
            ("Sources/DjetModel/Business", ".swift"), ("Sources/DjetEngine/Business", ".swift"),
            ("Sources/DjetCommand/Business", ".swift"), ("sql/business", ".sql"),
            ("Sources/DjetEngine/Web/templates/business", ".mustache"),
            ("Sources/DjetEngine/Web/languages/business", ".json"),
        ] {
            #expect(!House.files(in: folder, ending: ending).isEmpty, "\(folder)")
        }
    }

    private static func isOfTheBusiness(_ path: String) -> Bool {
        path.contains("/Business/") || path.contains("/templates/business/")
            || path.contains("/languages/business/")
            || path.hasPrefix("sql/business/")
    }

    /// The files to search. Released migrations are left out since they never change, and `sql/schema.sql`
    /// since it contains the business.
    private static func files() -> [House.File] {
        let sources = [".swift", ".mustache", ".css", ".js", ".json"].flatMap {
            House.files(in: "Sources", ending: $0)
        }
        let sql = House.files(in: "sql", ending: ".sql").filter {
            $0.path != "sql/schema.sql" && !$0.path.contains("/migrations/")
        }
        return sources + sql
    }

    /// The types that the files of the business declare, without nested ones.
    private static func types() -> Set<String> {
        let lines = House.swiftFiles(in: "Sources").filter { isOfTheBusiness($0.path) }.flatMap {
            $0.text.split(separator: "\n")
        }
        return Set(lines.compactMap { declaredType(in: $0) })
    }

    /// Returns the type that an unindented line declares; nil for a private one and for other lines.
    private static func declaredType(in line: Substring) -> String? {
        let words = line.split(separator: " ").drop { ["public", "package", "final"].contains($0) }
        guard !line.hasPrefix(" "), let keyword = words.first, words.count > 1,
            ["struct", "enum", "class", "actor", "protocol"].contains(keyword)
        else { return nil }
        return String(words[words.startIndex + 1].prefix { $0.isLetter || $0.isNumber })
    }

    private static func words(of text: String) -> Set<String> {
        let words = text.utf8.split { byte in
            let isLetter = (0x61...0x7A).contains(byte | 0x20)
            return !isLetter && !(0x30...0x39).contains(byte)
        }
        return Set(words.map { String(Substring($0)) })
    }
}
