import ArgumentParser
import DjetJSON
import DjetModel
import DjetStore

/// Lists the keys and the number of values that each has encrypted.
struct KeysListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "list", "Lists the ids of the keys, with the number of values that each has encrypted.",
            examples: ["keys list", "keys list --json"])
    }

    private struct Line: Encodable {
        let key: String
        let values: Int
        /// `writes`, `reads` or `missing`.
        let state: String
    }

    @Flag(help: "Print JSON: a list of objects.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let lines = try await withSession(target) { session in
            Self.lines(session.model.secretKeys.ids, try await session.model.secretCounts())
        }
        guard !json else { return Terminal.output.line(try JSON.text(of: lines)) }
        guard !lines.isEmpty else { return Terminal.error.line("There are no keys, and no secrets.") }
        var table = Table(header: ["KEY", "VALUES", "STATE"])
        table.numbers = [1]
        table.rows = lines.map { [$0.key.onOneLine, "\($0.values)", $0.state] }
        Terminal.output.line(table.text)
    }

    /// Returns the known keys in their order, then the missing ones.
    private static func lines(_ known: [String], _ counts: [String: Int]) -> [Line] {
        let missing = counts.keys.filter { !known.contains($0) }.sorted()
        return (known + missing).enumerated().map { place, key in
            let state = place >= known.count ? "missing" : place == 0 ? "writes" : "reads"
            return Line(key: key, values: counts[key] ?? 0, state: state)
        }
    }
}
