import ArgumentParser

/// The commands for the tree.
struct NodesCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "nodes", "Lists, adds, moves and removes nodes: the addresses of the site.",
            examples: ["nodes list", "nodes add /about page --title About"],
            subcommands: [
                NodesListCommand.self, NodesAddCommand.self, NodesMoveCommand.self, NodesRemoveCommand.self,
            ])
    }
}
