import DjetCommand

/// Measures Djet's speed beside that of PostgreSQL itself.
///
/// It has all of Djet's subcommands as well, since the worker processes that it measures run its own `work`.
/// The import's benchmark needs the tables of the shipped business.
@main struct DjetBench {
    static func main() async {
        await Application(
            name: "djet-bench", abstract: "Measures speed, each figure beside a reference in the same run.",
            parts: [.business, .bench]
        ).main()
    }
}

extension Part {
    /// The benchmarks, a subcommand each.
    static var bench: Part {
        Part("bench", commands: Benchmarks.commands, examples: ["all --small", "send --turns 3", "compare"])
    }
}
