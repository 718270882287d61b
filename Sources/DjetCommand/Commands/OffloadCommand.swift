import ArgumentParser
import DjetModel
import DjetStore
import Foundation

/// Offloads a function to a worker.
struct OffloadCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "offload", "Leaves a function for a worker, and prints its ticket.",
            "With --wait it waits for the job's end and prints what the function returned.",
            examples: Application.current.examples(
                of: "offload",
                or: [
                    "offload mail.send-letter --args '{\"to\": \"Ada\"}' --wait",
                    "offload mail.read-addresses --file file=addresses.csv --wait --save rejects",
                    "offload mail.send-letters --after default.42 --run-at '2026-12-01 06:00'",
                ]))
    }

    @OptionGroup var options: FunctionOptions
    @OptionGroup var when: OffloadOptions
    @Flag(help: "Wait for the job's end, and print its value.") var wait = false
    @Option(help: "With --wait: write the files of the answer into this folder.") var save: String?
    @Flag(help: "Print JSON: the value, or {\"ticket\": …} without --wait.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func validate() throws {
        if save != nil, !wait {
            throw ValidationError("--save needs --wait: there is no answer before the job's end")
        }
    }

    func run() async throws {
        let request = try options.request(of: .current)
        let folder = try save.map { try OutputFolder($0) }
        try await withSession(target) { session in
            let ticket = try await request.prepared(in: session.model) { function, inputs in
                try await when.offload(function, inputs: inputs, to: session.model)
            }
            guard wait else { return try show(ticket) }
            let answer = Answer(
                try await session.model.reply(to: ticket, behind: ProgressBar("\(ticket)")))
            try answer.show(json: json)
            if let folder { try await answer.save(into: folder, of: session.model) }
            try request.refuseFailure(in: answer)
        }
    }

    private func show(_ ticket: TicketID) throws {
        guard json else { return Terminal.output.line("\(ticket)") }
        var object = JSONObject()
        try object.add("ticket", ticket)
        Terminal.output.line(object.tree.compact)
    }
}
