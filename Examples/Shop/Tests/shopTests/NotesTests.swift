import DjetModel
import DjetTesting
import Foundation
import Testing

@testable import shop

@Suite struct NotesTests {
    @Test func aNoteIsAdded() async throws {
        try await withModel(parts: [.notes]) { model in
            let id = try await model.acting(as: "ada").call(AddNote(text: " Buy milk\n"))
            let note = try await model.call(ListNotes()).first
            #expect(note?.id == id)
            #expect(note?.text == "Buy milk")
            #expect(note?.addedAt == model.now)
            #expect(note?.addedBy == "ada")
        }
    }

    @Test func aBlankNoteIsRefused() async throws {
        try await withModel(parts: [.notes]) { model in
            await #expect(throws: ModelError.invalid("a note has 1 to 2000 characters")) {
                try await model.call(AddNote(text: " "))
            }
        }
    }

    /// An inline model runs what is offloaded at once, from its encoded form.
    @Test func theWordsAreCounted() async throws {
        try await withInlineModel(parts: [.notes]) { model in
            _ = try await model.call(AddNote(text: "Buy milk"))
            _ = try await model.call(AddNote(text: "Call  Ada back"))
            let count = try await model.offload(CountWords()).value
            #expect(count == CountWords.Output(notes: 2, words: 5))
        }
    }

    /// Schedules fire by hand alone in a test; `drain()` runs the jobs that are due.
    @Test func theWordsAreCountedEveryMorning() async throws {
        try await withModel(parts: [.notes]) { model in
            let ticket = try await model.fire("notes.count")
            try await model.expectOffloaded(CountWords.self, count: 1)
            try await model.drain()
            let count = try await model.ticket(ticket, of: CountWords.Output.self).value
            #expect(count == CountWords.Output(notes: 0, words: 0))
        }
    }

    /// A real worker beside the test.
    @Test func aLetterBecomesANote() async throws {
        try await withWorker(parts: [.notes]) { model in
            let letter = #"{"subject": "Milk", "body": "Buy some"}"#
            let ticket = try await model.offload(kind: "notes.letter", arguments: letter, on: "default")
            _ = try await model.ticket(ticket, of: Int64.self).value
            let notes = try await model.call(ListNotes())
            #expect(notes.map(\.text) == ["Milk: Buy some"])
        }
    }
}
