public import ArgumentParser
import DjetCommand

/// What Djet costs, measured beside what PostgreSQL itself can do.
public struct BenchCommand: AsyncParsableCommand {
    /// What its help says.
    public static var configuration: CommandConfiguration {
        .named(
            "bench", "Measures speed, each figure beside a reference in the same run.",
            """
            Each benchmark takes turns with its reference, so that a busy machine slows both: the ratio is what \
            counts. It works in a database of its own, djet_bench, which it removes: on the server of \
            DATABASE_URL or --database, or else on a server of its own, made for it and removed. The figures \
            of each turn are written to bench.tsv, and drawn in bench.svg.
            """,
            examples: ["bench all", "bench drain --turns 3", "bench latency --output figures"],
            subcommands: Benchmarks.all.map { $0.command } + [AllCommand.self, CompareCommand.self])
    }

    /// Made by the parser.
    public init() {}
}

extension Benchmark {
    fileprivate static var command: any ParsableCommand.Type { OneCommand<Self>.self }
}

/// `bench NAME`: one benchmark.
struct OneCommand<Chosen: Benchmark>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(Chosen.name, Chosen.abstract, examples: ["bench \(Chosen.name)"])
    }

    @OptionGroup var options: BenchOptions

    func run() async throws { try await Bench.run([Chosen.self], options) }
}

/// `bench all`: every benchmark.
struct AllCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named("all", "Every benchmark, and whether it reaches what it should.", examples: ["bench all"])
    }

    @OptionGroup var options: BenchOptions

    func run() async throws { try await Bench.run(Benchmarks.all, options) }
}
