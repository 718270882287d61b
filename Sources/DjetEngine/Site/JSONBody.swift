import HTTPTypes
import DjetModel

/// JSON that a client sent.
enum JSONBody {
    /// The same text. Throws `Refusal` of 400, which says where it is no JSON.
    static func checked(_ text: String) throws -> String {
        do {
            _ = try JSONReader.tree(of: text)
            return text
        } catch let problem as JSONProblem {
            throw Refusal(.badRequest, "the body is no JSON: \(problem)")
        }
    }
}
