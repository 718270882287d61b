import DjetCommand
import DjetModel
import DjetStore

extension Part {
    /// The notes: functions, a handler, a schedule and the tables.
    static let notes = Part(
        "notes", functions: [AddNote.self, CountWords.self, ListNotes.self], handlers: [LetterHandler()],
        schedules: [Schedule("notes.count", "30 6 * * *", zone: "Europe/Copenhagen") { CountWords() }],
        sql: {
            let files = EmbeddedSQL.files.map { SQLSet.File(path: $0.path, text: $0.text) }
            return [try SQLSet(home: "notes", files: files)]
        })
}
