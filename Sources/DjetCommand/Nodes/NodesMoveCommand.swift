import ArgumentParser
import DjetModel

/// Moves a branch.
struct NodesMoveCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "move", "Moves a node, with all nodes below it, to another path or position.",
            examples: ["nodes move /news /office/press", "nodes move /office --position 1"])
    }

    @Argument(help: "The node's path.") var path: String
    @Argument(help: "The new path; its parent must exist (default: unchanged).") var destination: String?
    @Option(help: "The position among its siblings, lowest first.") var position: Int?
    @Flag(help: "Print the node as JSON.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func validate() throws {
        guard destination != nil || position != nil else {
            throw ValidationError("the destination is missing: name a new path, or --position")
        }
    }

    func run() async throws {
        let line = try await withSession(target) { session in
            let model = session.model
            let tree = try await model.tree()
            let node = try tree.node(typed: path)
            let (parent, name) = try place(in: tree)
            let moved = try await model.moveNode(
                node.id, under: parent?.id, name: name, position: position)
            return ListedNode(moved, try await model.tree())
        }
        let moved = line.path == path ? "" : " \(line.path),"
        try line.show(json: json, "\(path) is now\(moved) at position \(line.position).")
    }

    private func place(in tree: Tree) throws -> (parent: Node?, name: String?) {
        guard let destination else { return (nil, nil) }
        guard destination.hasPrefix("/"), let slash = destination.lastIndex(of: "/") else {
            throw CommandFailure(.usage, "“\(destination)” is not a path: it must begin with a slash")
        }
        let above = destination[..<slash]
        let parent = try tree.node(typed: above.isEmpty ? "/" : String(above))
        return (parent, String(destination[destination.index(after: slash)...]))
    }
}
