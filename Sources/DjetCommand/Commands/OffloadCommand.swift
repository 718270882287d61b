import ArgumentParser
import DjetJSON
import DjetModel
import DjetStore
import Foundation

/// Offloads a function to a worker.
struct OffloadCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "offload", "Offloads a function to a worker, and prints its ticket.",
            """
            With --wait, it waits until the job ends, and prints the function's result; the ticket goes to standard \
            error. `jobs wait` does the same for a ticket that is known.
            """,
            examples: Application.current.examples(
                of: "offload",
                or: [
                    "offload mail.send-letter --args '{\"to\": \"Ada\"}' --wait",
                    "offload mail.read-addresses --file file=addresses.csv --wait --save rejects",
                    "offload mail.send-letters --after default.42 --run-at '2026-12-01 06:00'",
                    "offload mail.count-letters --unique live",
                ]))
    }

    @OptionGroup var options: FunctionOptions
    @OptionGroup var when: OffloadOptions
    @Flag(help: "Wait until the job ends, and print its result.") var wait = false
    @Option(help: "With --wait: save the result's files in this folder.") var save: String?
    @Flag(help: "Print JSON: the result, or {\"ticket\": …} without --wait.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func validate() throws {
        if save != nil, !wait {
            throw ValidationError("--save needs --wait: there is no result before the job ends")
        }
    }

    func run() async throws {
        let request = try options.request(of: .current)
        let folder = try save.map { try OutputFolder($0) }
        try await withSession(target, queueAlone: true) { session in
            let (ticket, isNew) = try await request.prepared(in: session.model) { function, inputs in
                try await when.offload(function, inputs: inputs, to: session.model)
            }
            if !wait { try show(ticket) }
            if !isNew {
                Terminal.error.line("\(ticket) was there already")
            } else if wait {
                Terminal.error.line("\(ticket)")
            }
            if let doubt = await session.model.doubt(about: ticket) { Terminal.error.line(doubt) }
            guard wait else { return }
            try await session.model.showReply(to: ticket, of: request.type, json: json, savingIn: folder)
        }
    }

    private func show(_ ticket: TicketID) throws {
        guard json else { return Terminal.output.line("\(ticket)") }
        var object = JSONObject()
        try object.add("ticket", ticket)
        Terminal.output.line(object.tree.compact)
    }
}
