import DjetModel
import DjetStore

/// Counts the words of all notes: the kind of work that one leaves to a worker.
struct CountWords: ModelFunction {
    struct Output: Codable, Sendable, Equatable {
        var notes: Int
        var words: Int
    }

    static let name = "notes.count-words"

    func run(in model: Model) async throws -> Output {
        let count = try await model.database.first(
            "select notes, words from notes.count_words()", as: Output.self)
        return count ?? Output(notes: 0, words: 0)
    }
}
