import DjetCommand
import DjetModel
import DjetStore
import DjetTestSupport
import DjetTesting
import Foundation
import Testing

@testable import greeter

/// The program with one of everything that a part can bring.
@Suite struct GreeterTests {
    @Test func attemptsAndOffloadsPassTheMiddleware() async throws {
        try await withWorker(parts: [.greetings]) { model in
            let plain = try await model.acting(as: "ada").offload(Greet(whom: "Bob"))
            let own = try await model.acting(for: "acme").offload(Greet(whom: "Bob"))
            #expect(try await plain.value == "Hello, Bob")
            #expect(try await own.value == "Greetings, Bob")
            #expect(try await plain.job.tags == ["by ada"])
            let wave = try await model.offload(kind: "greetings.wave", arguments: "{}", on: "default")
            #expect(try await model.ticket(wave, of: String.self).value == "waved, attempt 1")
            #expect(try await model.call(Greet(whom: "Eve")) == "Hello, Eve")
        }
    }

    @Test func theScheduleGreetsAll() async throws {
        try await withModel(parts: [.greetings]) { model in
            let ticket = try await model.fire("greetings.morning")
            try await model.drain()
            #expect(try await model.ticket(ticket, of: String.self).value == "Hello, all")
        }
    }

    @Test func theChoreForgetsOldGreetings() async throws {
        let clock = ModelClock()
        try await withModel(parts: [.greetings], clock: clock) { model in
            _ = try await model.call(Greet(whom: "Ada"))
            clock.advance(by: .seconds(31 * 86_400))
            _ = try await model.call(Greet(whom: "Bob"))
            let chore = try #require(Part.greetings.chores.first)
            try await chore.body(model)
            let left = try await model.database.rows("select whom from greetings.greeting", as: String.self)
            #expect(left == ["Bob"])
        }
    }

    @Test func theProgramHasTheCommandAndThePage() async throws {
        let manners = try TestProcess("greeter", ["manners"])
        #expect(try await manners.text() == "Hello\n")
        let others = try TestProcess("greeter", ["manners"], environment: ["GREETER_WORD": "Howdy"])
        #expect(try await others.text() == "Howdy\n")
        let help = try TestProcess("greeter", ["--help"])
        #expect(try await help.text().contains("GREETER_WORD"))
        let part = Part.greetings
        try await withModel(parts: [part]) { model in
            try await model.addUser("root", roles: [Role.administrator])
            let request = TokenRequest(purpose: "Test", rights: Set(Right.allCases))
            let token = try await model.addToken(request, for: "root").token
            try await withSite(
                model, engines: part.engines, templates: part.templates, languages: part.languages,
                seeds: part.nodes
            ) { site in
                let answer = try await site.json("GET", "/hello/Ada", token: token)
                #expect(answer.body.contains(#""Hello, Ada""#), "\(answer.body)")
                let danish = try await site.ask(
                    "GET", "/hello/Ada",
                    ["Accept: text/html", "Accept-Language: da", "Authorization: Bearer \(token)"])
                #expect(danish.body.contains("<h1>Hej, Ada</h1>"), "\(danish.body)")
            }
        }
    }
}
