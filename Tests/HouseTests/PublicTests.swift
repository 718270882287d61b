import Testing

/// Everything public has a doc comment. The formatter looks at declarations that say `public`; these are the
/// others.
@Suite struct PublicTests {
    private static let rooms = [
        "DjetCommand", "DjetEngine", "DjetJSON", "DjetJobmachine", "DjetModel", "DjetStore", "DjetTesting",
        "DjetTools",
    ]

    @Test(arguments: rooms) func casesAndRequirementsHaveDocComments(room: String) {
        for file in House.swiftFiles(in: "Sources/\(room)") {
            for line in file.undocumented {
                Issue.record("\(file.path):\(line.number): say what it is: \(line.text)")
            }
        }
    }

    @Test func membersWithoutAnAccessLevelAreFound() {
        let text = """
            public enum A {
                /// B.
                case b, c
                case d
                var e: Int {
                    switch self {
                    case b: 1
                    }
                }
            }
            enum F {
                case g
            }
            public protocol H {
                /// I.
                @discardableResult
                func i()
                static var j: Int { get }
            }
            """
        let file = House.File(path: "", text: text)
        #expect(file.undocumented.map(\.number) == [4, 18])
    }
}

extension House.File {
    /// The cases of public enumerations and the requirements of public protocols that have no doc comment.
    fileprivate var undocumented: [(number: Int, text: Substring)] {
        var open: (margin: String, members: Set<String>)?
        var isDocumented = false
        return lines.filter { line in
            let text = line.text.drop { $0 == " " }
            let indentation = String(line.text.prefix { $0 == " " })
            defer { isDocumented = text.hasPrefix("///") || isDocumented && text.hasPrefix("@") }
            if let members = Self.members(of: text) {
                open = (indentation + "    ", members)
                return false
            }
            guard let inside = open else { return false }
            if text == "}", indentation + "    " == inside.margin { open = nil }
            let word = String(text.prefix { $0.isLetter })
            return indentation == inside.margin && !isDocumented && inside.members.contains(word)
        }
    }

    /// Returns the members to look at of a type that a line declares: those that are as public as their type.
    private static func members(of line: Substring) -> Set<String>? {
        guard !line.hasSuffix("}") else { return nil }
        if line.hasPrefix("public enum ") { return ["case"] }
        guard line.hasPrefix("public protocol ") else { return nil }
        return ["associatedtype", "func", "init", "mutating", "static", "subscript", "var"]
    }
}
