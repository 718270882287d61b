import ArgumentParser
import DjetJSON
import DjetModel

/// Lists the chores.
struct ChoresCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "chores", "Lists the chores: the housekeeping of the parts, and Djet's own.",
            "Djet's own go with each worker's beat, once a minute, and when a worker starts, if they are due.",
            examples: ["chores", "chores --json"])
    }

    @Flag(help: "Print JSON: a list of objects.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let chores = try await withSession(target) { try await $0.model.chores() }
        guard !json else { return Terminal.output.line(try JSON.text(of: chores)) }
        var table = Table(header: ["CHORE", "PART", "EVERY", "LAST RUN", "TOOK", "NEXT", "OUTCOME"])
        table.rows = chores.map(\.row)
        Terminal.output.line(table.text)
    }
}

extension ChoreRecord {
    /// The chore's row in the list.
    fileprivate var row: [String] {
        [
            name, part?.onOneLine ?? "djet", Duration.seconds(every).text, startedAt?.text ?? "",
            took.map { Duration.seconds($0).text } ?? "", nextAt?.text ?? "", outcome.cut(to: 120),
        ]
    }

    private var outcome: String {
        if let worker { return "worker \(worker) runs it" }
        if let error { return "failed: \(error.onOneLine)" }
        return took == nil ? "has not run yet" : "done"
    }
}
