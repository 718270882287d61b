import DjetEngine
import DjetModel

/// Lists the notes, takes new ones, and offloads the count of their words.
struct NotesEngine: Engine {
    struct Added: Codable, Sendable {
        var id: Int64
    }

    static let basetype = Basetype("notes", title: "Notes")

    var routes: [Route] {
        [
            Route(.get, "", "Lists the latest notes", answer: .page(NotesPage.self)) { visit in
                let page = NotesPage(
                    notes: try await visit.model.call(ListNotes()), mayAdd: visit.may(.use))
                return .page("notes", title: visit.node.title, page)
            },
            Route(.post, "", "Adds a note", body: .value(AddNote.self), answer: .page(Added.self)) { visit in
                let id = try await visit.model.call(visit.body(as: AddNote.self))
                return .done(visit.path(), Added(id: id))
            },
            Route(.post, "count", "Counts the words in the background", answer: .ticket) { visit in
                .accepted(try await visit.model.offload(CountWords()).id)
            },
        ]
    }
}
