import ArgumentParser
import DjetModel

/// Waits for a job that has been offloaded.
struct JobsWaitCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "wait", "Waits until a job ends, and prints its result.",
            "Output and exit status are those of `offload --wait`.",
            examples: ["jobs wait default.42", "jobs wait default.42 --save rejects"])
    }

    @Argument(help: "The ticket: queue and number, such as slow.42.", transform: TicketID.typed) var ticket:
        TicketID
    @Option(help: "Save the result's files in this folder.") var save: String?
    @Flag(help: "Print the result as JSON on one line.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let folder = try save.map { try OutputFolder($0) }
        try await withSession(target, queueAlone: true) { session in
            let state = try await session.model.visibleTicket(ticket, orRight: true)
            if !state.status.isEnded, let doubt = await session.model.doubt(about: ticket) {
                Terminal.error.line(doubt)
            }
            try await session.model.showReply(
                to: ticket, of: session.model.functions[state.kind], json: json, savingIn: folder)
        }
    }
}
