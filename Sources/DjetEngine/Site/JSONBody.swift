import DjetStore
import HTTPTypes
import DjetModel

/// JSON that a client sent.
enum JSONBody {
    /// The same text. Throws `Refusal`: of 400, which says where it is no JSON; of 422 if it holds a zero
    /// byte, which the database cannot store.
    static func checked(_ text: String) throws -> String {
        do {
            let tree = try JSONReader.tree(of: text)
            if text.contains("\\u0000"), holdsZero(tree) {
                throw Refusal(.unprocessableContent, "a text in the body holds a zero byte (\\u0000)")
            }
            return text
        } catch let problem as JSONProblem {
            throw Refusal(.badRequest, "the body is no JSON: \(problem)")
        }
    }

    private static func holdsZero(_ tree: JSONTree) -> Bool {
        switch tree {
        case .object(let members):
            members.contains { holdsZero(.string($0.name)) || holdsZero($0.value) }
        case .array(let elements): elements.contains(where: holdsZero)
        case .string: tree.text?.unicodeScalars.contains("\0") ?? false
        case .word: false
        }
    }
}
