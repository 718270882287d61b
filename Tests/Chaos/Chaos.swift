import ArgumentParser

/// Breaks whatever can break under a queue that is at work, by a plan that follows from a seed, and then proves from
/// the tables what Djet promises. Besides the run itself, its subcommands are the processes that take part in it.
@main
struct Chaos: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chaos",
        abstract:
            "Kills, freezes, cuts, restarts, promotes and silences under a queue at work, and checks what came of it.",
        subcommands: [RunCommand.self, WorkerCommand.self, OffloaderCommand.self, EngineCommand.self],
        defaultSubcommand: RunCommand.self)
}
