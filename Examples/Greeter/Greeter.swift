import ArgumentParser
import DjetCommand
import DjetEngine
import DjetJobmachine
import DjetModel
import DjetStore
import Foundation
import Logging
import ServiceLifecycle

@main struct Greeter {
    static func main() async {
        await Application(name: "greeter", abstract: "Greets people.", parts: [.greetings]).main()
    }
}

extension Part {
    /// Everything that a part can bring, once.
    static let greetings = Part(
        "greetings",
        functions: [Greet.self],
        handlers: [WaveHandler()],
        schedules: [
            Schedule("greetings.morning", "0 8 * * 1-5", zone: "Europe/Copenhagen") { Greet(whom: "all") }
        ],
        chores: [
            Chore("greetings.forget", every: .seconds(3_600)) { model in
                let longAgo = model.now - 30 * 86_400
                try await model.database.query("delete from greetings.greeting where said_at < \(longAgo)")
            }
        ],
        middleware: [MannersOfTenant()],
        offloadMiddleware: [TagOfUser()],
        sql: {
            let text = "create table greetings.greeting (whom text not null, said_at timestamptz not null);"
            let file = SQLSet.File(path: "migrations/0001_greeting.sql", text: text)
            return [try SQLSet(home: "greetings", files: [file])]
        },
        prepare: { $0.providing(Manners()) },
        engines: [GreetingEngine()], nodes: [NodeSeed("/hello", "greeting", title: "Hello")],
        templates: ["greeting": "<h1>{{t(text)}}</h1>"],
        languages: ["da": ["Hello": "Hej", "Hello, {1}": "Hej, {1}"]],
        services: { [Door(model: $0)] },
        commands: [MannersCommand.self],
        variables: ["GREETER_WORD"],
        examples: ["manners", "call greetings.greet --args '{\"whom\": \"Ada\"}'"])
}

/// A service that the part provides, and that functions ask for.
struct Manners: Sendable {
    var word = ProcessInfo.processInfo.environment["GREETER_WORD"] ?? "Hello"
}

/// Greets somebody, and notes it.
struct Greet: ModelFunction {
    static let name = "greetings.greet"
    var whom: String

    func run(in model: Model) async throws -> String {
        try await model.database.query("insert into greetings.greeting values (\(whom), \(model.now))")
        return try "\(model.service(Manners.self).word), \(whom)"
    }
}

/// Handles jobs that are no model functions.
struct WaveHandler: JobHandler {
    let kind = "greetings.wave"

    func run(_ job: Job, in model: Model) async throws -> String { "waved, attempt \(job.attempt)" }
}

/// Runs around each attempt: a tenant may have manners of its own.
struct MannersOfTenant: JobMiddleware {
    func handle(_ job: Job, in model: Model, next: NextHandler) async throws -> JobReply {
        try await next(job.tenant == "acme" ? model.providing(Manners(word: "Greetings")) : model)
    }
}

/// Runs around each offload.
struct TagOfUser: OffloadMiddleware {
    func offload(_ offload: Offload, in model: Model, next: NextOffload) async throws -> [TicketID] {
        var offload = offload
        offload.tags.append("by \(model.user ?? "nobody")")
        return try await next(offload)
    }
}

/// Answers at nodes of its basetype: `/hello/Ada`.
struct GreetingEngine: Engine {
    struct Greeting: Codable, Sendable { var text: String }

    static let basetype = Basetype("greeting", title: "Greeting")

    var routes: [Route] {
        [
            Route(.get, "{whom}", "Greets somebody", answer: .page(Greeting.self)) { visit in
                let text = try await visit.model.call(Greet(whom: visit.parameters["whom"] ?? ""))
                return .page("greeting", title: "Hello", Greeting(text: text))
            }
        ]
    }
}

/// Runs as long as the program `up` does.
struct Door: Service {
    let model: Model

    func run() async throws {
        model.logger.info("the door is open")
        try? await gracefulShutdown()
    }
}

/// A command of the program's own.
struct MannersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "manners", abstract: "Prints how to greet.")

    func run() { print(Manners().word) }
}
