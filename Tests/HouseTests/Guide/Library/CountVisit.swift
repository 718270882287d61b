import DjetModel
import DjetStore

struct CountVisit: CollectiveFunction {
    static let name = "library.count-visit"
    static let commit = Commit.atomic(group: 100)
    var book: String

    static func run(_ visits: [CountVisit], in model: Model) async throws -> [Result<Int, any Error>] {
        let counts = try await model.database.rows(
            "select visits from library.count_visits(\(visits.map(\.book)))", as: Int.self)
        return counts.map { .success($0) }
    }
}
