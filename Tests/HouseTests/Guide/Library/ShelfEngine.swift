import DjetEngine
import DjetModel
import DjetStore

struct ShelfEngine: Engine {
    static let basetype = Basetype("shelf", title: "Shelf", columns: [Column("note", title: "Note")])

    struct Shelf: Codable, Sendable {
        var note: String?
        var path: String
        var books: [Book]
    }

    struct Book: Codable, Sendable {
        var code: String
        var title: String
        var free: Int
    }

    var routes: [Route] {
        [
            Route(
                .get, "", "Lists the books",
                query: [QueryField("words", .words, "A part of the title")],
                answer: .page(Shelf.self)
            ) { visit in
                let books = try await visit.model.call(FindBooks(words: visit.query["words"]))
                let shelf = Shelf(note: visit.node.text("note"), path: visit.path(), books: books)
                return .page("shelf", title: visit.node.title, shelf)
            },
            Route(.post, "loans", "Lends a book", body: .value(LendBook.self), answer: .page(Loan.self)) {
                visit in
                let loan = try await visit.model.call(visit.body(as: LendBook.self))
                return .done(visit.path(), loan)
            },
            Route(.post, "reminders", right: .operate, "Reminds late readers", answer: .ticket) { visit in
                let ticket = try await visit.model.offload(RemindReaders())
                return .accepted(ticket.id)
            },
        ]
    }
}

struct FindBooks: ModelFunction {
    static let name = "library.find-books"
    var words: String?

    func run(in model: Model) async throws -> [ShelfEngine.Book] {
        try await model.database.rows(
            """
            select code, title, copies - lent as free
            from library.book
            where \(words)::text is null or strpos(lower(title), lower(\(words)::text)) > 0
            order by title
            limit 100
            """)
    }
}
