import ArgumentParser
import DjetJSON
import DjetModel
import DjetStore

/// Lists the queues and their contents.
struct QueuesListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "list", "Lists the queues, with their jobs, workers, pauses and limits.",
            examples: ["queues list", "queues list --json"])
    }

    @Flag(help: "Print JSON: a list of objects.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let lines = try await withSession(target) { session in
            _ = try await session.model.rollUp()
            return ListedQueue.lines(try await session.model.queues(), try await session.model.jobCounts())
        }
        guard !json else { return Terminal.output.line(try JSON.text(of: lines)) }
        guard !lines.isEmpty else { return Terminal.error.line("There are no queues.") }
        var table = Table(
            header: [
                "QUEUE", "PROCESSING", "ENTERED", "SCHEDULED", "WAITING", "FINISHED", "ERROR", "CANCELLED",
                "WORKERS", "STATE", "LIMITS",
            ])
        table.numbers = Set(1...8)
        table.rows = lines.map(\.row)
        Terminal.output.line(table.text)
    }
}
