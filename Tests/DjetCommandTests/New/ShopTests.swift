import DjetCommand
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@testable import shop

/// The program and the page of `Examples/Shop`; its own tests are run as well.
@Suite struct ShopTests {
    @Test func theProgramRuns() async throws {
        try await withDatabase(migrated: false) { database in
            let commands = [
                ["migrate"], ["call", "notes.add", "--args", #"{"text": "Buy milk"}"#],
                ["offload", "notes.count-words"], ["schedules", "list"],
            ]
            for arguments in commands {
                let run = try await Run(arguments, by: "shop", on: database)
                #expect(run.status == 0, "\(arguments): \(run.error)")
            }
            let words = try await Run(["call", "notes.count-words", "--json"], by: "shop", on: database)
            #expect(words.output.contains(#""words":2"#), "\(words.output)")
        }
    }

    @Test func thePageListsNotesAndTakesNewOnes() async throws {
        let program = Application(name: "shop", parts: [.notes, .pages])
        try await withDatabase(migrated: false) { database in
            _ = try await program.migrator().migrate(database.store)
            let model = database.model(program.functions)
            try await model.addUser("root", roles: [Role.administrator])
            let request = TokenRequest(purpose: "Test", rights: Set(Right.allCases))
            let token = try await model.addToken(request, for: "root").token
            try await withSite(
                model, engines: Part.pages.engines, templates: Part.pages.templates, seeds: Part.pages.nodes
            ) { site in
                let added = try await site.json("POST", "/notes", token: token, body: #"{"text": "<b>"}"#)
                #expect(added.status == 200, "\(added.body)")
                let counted = try await site.json("POST", "/notes/count", token: token)
                #expect(counted.status == 202, "\(counted.body)")
                let page = try await site.ask(
                    "GET", "/notes", ["Accept: text/html", "Authorization: Bearer \(token)"])
                #expect(page.body.contains("<li>&lt;b&gt; <small><time "), "\(page.body)")
                #expect(page.body.contains(#"action="/notes/count""#))
            }
        }
    }
}
