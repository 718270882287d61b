/// A subcommand of `djet-bench` that measures one thing.
protocol Benchmark {
    /// The subcommand's name.
    static var name: String { get }
    /// A sentence for the help and the report.
    static var abstract: String { get }

    /// Runs the measurement in an empty, migrated database.
    static func run(_ bench: Bench) async throws
}

/// All benchmarks, in the order in which `all` runs them.
enum Benchmarks {
    static var all: [any Benchmark.Type] {
        [
            SendBenchmark.self, DrainBenchmark.self, SnapshotBenchmark.self, AtomicBenchmark.self,
            LatencyBenchmark.self, RoundTripBenchmark.self, IdleBenchmark.self, WakeBenchmark.self,
            RescueBenchmark.self, CancelBenchmark.self, ScheduleBenchmark.self, ChoreBenchmark.self,
            UniqueBenchmark.self, LimitBenchmark.self, ExpiryBenchmark.self, SignalsBenchmark.self,
            GroupBenchmark.self, DepthBenchmark.self, ImportBenchmark.self,
        ]
    }
}

/// A benchmark that failed to do what it measures.
struct BenchError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
