import ArgumentParser
import DjetJSON
import DjetModel
import DjetStore

/// Removes a node or a branch.
struct NodesRemoveCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "remove", "Removes a node and the rules at it.",
            "Only the address is removed, not what answered there. It exits with status 1 if the site needs the node.",
            examples: ["nodes remove /about", "nodes remove /office --branch"])
    }

    @Argument(help: "The node's path.") var path: String
    @Flag(help: "Remove all nodes below it as well.") var branch = false
    @Flag(help: "Print JSON: {\"removed\": …}.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let removed = try await withSession(target) { session in
            let node = try await session.model.tree().node(typed: path)
            do {
                return try await session.model.removeNode(node.id, branch: branch)
            } catch ModelError.conflict(let text) {
                throw ModelError.conflict(
                    text.replacing("remove the whole branch", with: "remove the whole branch with --branch"))
            }
        }
        let rest = removed > 1 ? ", with \(removed - 1) below it" : ""
        Terminal.output.line(
            json ? try JSON.text(of: ["removed": removed]) : "\(path) is removed\(rest).")
    }
}
