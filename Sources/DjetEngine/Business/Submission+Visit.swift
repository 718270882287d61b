import DjetJSON
import DjetModel

extension Submission {
    /// Reads the value that a route takes: JSON, or the fields of a form. Throws `RequestError` of 400 for a
    /// key that cannot be one.
    init(_ visit: Visit) throws {
        key = try visit.idempotencyKey
        switch visit.body {
        case .json(let tree): json = tree
        case .form(let fields): add(fields)
        case .none, .stream: json = .object([])
        }
    }
}
