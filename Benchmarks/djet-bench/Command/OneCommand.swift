import ArgumentParser
import DjetCommand

extension Benchmarks {
    /// The subcommands of `djet-bench`.
    static var commands: [any ParsableCommand.Type] {
        all.map { $0.command } + [AllCommand.self, CompareCommand.self]
    }
}

extension Benchmark {
    fileprivate static var command: any ParsableCommand.Type { OneCommand<Self>.self }
}

/// `djet-bench NAME`: one benchmark.
struct OneCommand<Chosen: Benchmark>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(Chosen.name, Chosen.abstract, examples: ["\(Chosen.name)", "\(Chosen.name) --turns 3"])
    }

    @OptionGroup var options: BenchOptions

    func run() async throws { try await Bench.run([Chosen.self], options) }
}

/// `djet-bench all`: every benchmark.
struct AllCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "all", "Every benchmark, and whether it reaches what it should.",
            """
            Each benchmark takes turns with its reference, so that a busy machine slows both: the ratio is what \
            counts. It works in a database of its own, djet_bench, which it removes: on the server of \
            DATABASE_URL or --database, or else on a server of its own, made for it and removed. The figures \
            of each turn are written to bench.tsv, and drawn in bench.svg.
            """,
            examples: ["all", "all --turns 3 --output figures"])
    }

    @OptionGroup var options: BenchOptions

    func run() async throws { try await Bench.run(Benchmarks.all, options) }
}
