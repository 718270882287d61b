import DjetModel
import DjetStore
import Foundation

/// Adds a note, and returns its number.
///
/// Throws `ModelError.invalid` for a text that is blank or too long.
struct AddNote: ModelFunction {
    static let name = "notes.add"
    static let longest = 2_000
    var text: String

    func run(in model: Model) async throws -> Int64 {
        let words = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard (1...Self.longest).contains(words.unicodeScalars.count) else {
            throw ModelError.invalid("a note has 1 to \(Self.longest) characters")
        }
        let id = try await model.database.first(
            """
            insert into notes.note (text, added_at, added_by)
            values (\(words), \(model.now), \(model.user))
            returning id
            """, as: Int64.self)
        guard let id else { throw ModelError.unavailable("the note was not stored") }
        return id
    }
}
