import ArgumentParser

/// Injects faults under a queue at work, by a plan that follows from a seed, and then checks Djet's promises
/// in the tables. The subcommands other than `run` are the processes that take part.
@main
struct Chaos: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chaos",
        abstract:
            "Kills, freezes, cuts, restarts, promotes and silences under a queue at work, and checks what came of it.",
        subcommands: [RunCommand.self, WorkerCommand.self, OffloaderCommand.self, EngineCommand.self],
        defaultSubcommand: RunCommand.self)
}
