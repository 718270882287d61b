import ArgumentParser
import DjetJSON
import DjetModel
import DjetStore

/// Lists the nodes as a tree.
struct NodesListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "list", "Lists the nodes and their rules, each below its parent.",
            examples: ["nodes list", "nodes list --below /office --json"])
    }

    @Option(help: ArgumentHelp("Only this node and those below it.", valueName: "path")) var below: String?
    @Flag(help: "Print JSON: a list of objects.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let tree = try await withSession(target) { try await $0.model.tree() }
        let nodes = try nodes(of: tree)
        guard json else { return show(nodes, of: tree) }
        let lines = nodes.map { ListedNode($0, tree) }
        Terminal.output.line(try JSON.text(of: lines))
    }

    private func nodes(of tree: Tree) throws -> [Node] {
        guard let below else { return tree.nodes }
        let top = try tree.node(typed: below)
        return tree.nodes.filter { $0.id == top.id || tree.branch(above: $0).contains { $0.id == top.id } }
    }

    private func show(_ nodes: [Node], of tree: Tree) {
        guard !nodes.isEmpty else {
            return Terminal.error.line(
                "There are no nodes yet: `\(Application.current.name) migrate` makes the first.")
        }
        var table = Table(header: ["PATH", "BASETYPE", "TITLE", "MENU", "NOTE"])
        table.rows = nodes.map { ListedNode($0, tree).row }
        Terminal.output.line(table.text)
    }
}
