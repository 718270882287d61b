import DjetModel
import DjetStore
import Foundation

/// A note.
struct Note: Codable, Sendable {
    var id: Int64
    var text: String
    var addedAt: Date
    /// The user who added it; nil if nobody was signed in.
    var addedBy: String?
}

/// Returns the latest notes, the last first.
struct ListNotes: ModelFunction {
    static let name = "notes.list"
    /// The most notes; nil for 50.
    var limit: Int?

    func run(in model: Model) async throws -> [Note] {
        let limit = min(max(limit ?? 50, 1), 500)
        return try await model.database.rows(
            "select id, text, added_at, added_by from notes.note order by id desc limit \(limit)")
    }
}
