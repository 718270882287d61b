import DjetJobmachine
import DjetModel

/// Makes notes of letters, the jobs of another program, whose arguments have a form of their own:
///
///     select jobmachine.offload('notes.letter', '{"subject": "Milk", "body": "Buy some"}')
///
/// A job of one of the functions needs no handler.
struct LetterHandler: JobHandler {
    struct Letter: Decodable {
        var subject: String
        var body: String
    }

    let kind = "notes.letter"

    func run(_ job: Job, in model: Model) async throws -> Int64 {
        let letter = try job.decode(Letter.self)
        return try await model.call(AddNote(text: "\(letter.subject): \(letter.body)"))
    }
}
