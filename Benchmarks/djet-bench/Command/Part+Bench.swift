import DjetCommand

extension Part {
    /// The benchmarks, a subcommand each.
    static var bench: Part { Part("bench", commands: Benchmarks.commands) }
}
