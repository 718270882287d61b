import DjetCommand
import DjetModel
import DjetTestSupport
import DjetTesting
import Testing

/// The guide's engine.
@Suite struct ShelfTests {
    @Test func theShelfListsAndLends() async throws {
        try await withModel(parts: [.library]) { model in
            try await model.addBook("moby", copies: 1)
            let part = Part.library
            var seeds = part.nodes
            seeds[0].access = [Role.everyone: [.view, .use]]
            try await withSite(
                model, engines: part.engines, templates: part.templates, languages: part.languages,
                seeds: seeds
            ) { site in
                let page = try await site.ask("GET", "/shelf", ["Accept: text/html"])
                #expect(page.body.contains("<label>moby, 1 free, for "))
                let danish = try await site.ask(
                    "GET", "/shelf", ["Accept: text/html", "Accept-Language: da"])
                #expect(danish.body.contains("<label>moby, 1 ledige, til "))
                #expect(danish.body.contains("<h1>Hylde</h1>") && danish.body.contains("Log ind"))
                let lent = try await site.json(
                    "POST", "/shelf/loans", body: #"{"book": "moby", "reader": "ada"}"#)
                #expect(lent.status == 200, "\(lent.body)")
                let again = try await site.json(
                    "POST", "/shelf/loans", body: #"{"book": "moby", "reader": "bob"}"#)
                #expect(again.status == 409)
                let found = try await site.json("GET", "/shelf?words=ob")
                #expect(found.body.contains(#""free":0"#))
            }
        }
    }
}
