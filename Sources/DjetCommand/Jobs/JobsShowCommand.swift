import ArgumentParser
import DjetJSON
import DjetModel
import DjetStore

/// Shows one job with all its data.
struct JobsShowCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "show",
            "Shows a job: its arguments, its failed attempts, its signals, its progress and its reply.",
            examples: ["jobs show default.42", "jobs show default.42 --json"])
    }

    @Argument(help: "The ticket: queue and number, such as slow.42.", transform: TicketID.typed) var ticket:
        TicketID
    @Flag(help: "Print JSON.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let (job, attempts, signals) = try await withSession(target) { session in
            let model = session.model
            return (
                try await model.job(ticket), try await model.attempts(of: ticket),
                try await model.signals(of: ticket)
            )
        }
        guard json else { return Terminal.output.line(job.text(attempts, signals)) }
        var object = try job.object
        object.add("signals", .array(try signals.map { try JSON.tree(of: $0) }))
        object.add("attempts", .array(try attempts.map { try $0.tree }))
        Terminal.output.line(object.tree.compact)
    }
}
