import DjetCommand
import DjetJSON
import DjetJobmachine
import DjetModel
import DjetStore
import Foundation

extension Part {
    static let library = Part(
        "library",
        functions: [
            AskForBooks.self, BuyBooks.self, CloseDay.self, CountVisit.self, FindBooks.self, LendBook.self,
            ListLoans.self, PayFine.self, RecountLoans.self, RemindReaders.self, SendNotice.self,
        ],
        handlers: [ScanHandler()],
        schedules: [
            Schedule("remind", "0 8 * * 1-5", zone: "Europe/Copenhagen") { RemindReaders() },
            Schedule("recount", every: .seconds(600), missed: .none) { RecountLoans() },
        ],
        chores: [
            Chore("forget", every: .seconds(86_400)) { model in
                try await model.database.query(
                    "delete from library.loan where returned_at < \(model.now - 365 * 86_400)")
            }
        ],
        sql: {
            let files = EmbeddedSQL.files.filter { $0.path.hasPrefix("library/") }.map { file in
                SQLSet.File(path: String(file.path.dropFirst("library/".count)), text: file.text)
            }
            return [try SQLSet(home: "library", files: files)]
        },
        prepare: { model in model.providing(QuietMailer(), as: (any Mailer).self) },
        engines: [ShelfEngine()],
        nodes: [NodeSeed("/shelf", "shelf", title: "Shelf", columns: ["note": "Quiet, please"])],
        templates: ["shelf": shelf],
        languages: ["da": ["Shelf": "Hylde", "Lend": "Udlån", "{{free}} free, for": "{{free}} ledige, til"]])

    private static let shelf = """
        <h1>{{#t}}Shelf{{/t}}</h1>
        {{#note}}<p>{{.}}</p>{{/note}}
        {{#books}}
        <form method="post" action="{{path}}/loans">
        <input type="hidden" name="csrf" value="{{site.csrf}}">
        <input type="hidden" name="book" value="{{code}}">
        <label>{{title}}, {{#t}}{{free}} free, for{{/t}} <input name="reader" required></label>
        <button>{{#t}}Lend{{/t}}</button>
        </form>
        {{/books}}
        """
}
