import DjetJSON
import HTTPTypes

/// JSON that a client sent.
enum JSONBody {
    /// Returns the JSON as a tree. Throws `RequestError`: 400 if it is not JSON, with the position, or has
    /// too many combining marks; 422 if it has a zero byte, which the database cannot store.
    static func tree(of text: String) throws -> JSONTree {
        do {
            let tree = try JSONReader.tree(of: text)
            // Strings without escapes were checked with the text.
            if text.utf8.contains(UInt8(ascii: "\\")) { try check(tree) }
            return tree
        } catch let problem as JSONProblem {
            throw RequestError(.badRequest, "the body is not JSON: \(problem)")
        }
    }

    private static func check(_ tree: JSONTree) throws {
        switch tree {
        case .object(let members):
            for member in members {
                try check(member.name)
                try check(member.value)
            }
        case .array(let elements): for element in elements { try check(element) }
        case .string(let written) where written.utf8.contains(UInt8(ascii: "\\")):
            try check(JSONTree.unescaped(written))
        case .string, .word: break
        }
    }

    private static func check(_ text: String) throws {
        guard !text.utf8.contains(0) else {
            throw RequestError(.unprocessableContent, "a text in the body has a zero byte (\\u0000)")
        }
        guard !CombiningMarks.areTooMany(in: text) else { throw BodyText.tooManyMarks }
    }
}
