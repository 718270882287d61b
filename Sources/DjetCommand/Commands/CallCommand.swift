import ArgumentParser
import DjetModel

/// Calls a function now, in this process.
struct CallCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "call", "Calls a function now, and prints its result.",
            examples: Application.current.examples(
                of: "call",
                or: [
                    "call mail.send-letter --args '{\"to\": \"Ada\"}'",
                    "call mail.read-addresses --file file=addresses.csv --save rejects",
                ]))
    }

    @OptionGroup var options: FunctionOptions
    @Option(help: "Save the result's files in this folder.") var save: String?
    @Flag(help: "Print the result as JSON on one line.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let request = try options.request(of: .current)
        let folder = try save.map { try OutputFolder($0) }
        try await withSession(target) { session in
            let bar = ProgressBar(options.name)
            defer { bar.clear() }
            let reply = try await request.prepared(in: session.model) { function, _ in
                bar.show()
                return try await session.model.reporting { bar.show($0) }.callEncoded(function)
            }
            bar.clear()
            let answer = FunctionReply(reply, of: request.type)
            try answer.show(json: json)
            try answer.refuseFailure(saved: try await answer.save(into: folder, of: session.model))
        }
    }
}
