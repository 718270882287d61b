/// Something to measure.
protocol Benchmark {
    /// Its subcommand.
    static var name: String { get }
    /// What it tells, in a sentence.
    static var abstract: String { get }

    /// Measures it in a database that is empty and migrated.
    static func run(_ bench: Bench) async throws
}

/// What there is to measure.
enum Benchmarks {
    static var all: [any Benchmark.Type] {
        [
            SendBenchmark.self, DrainBenchmark.self, SnapshotBenchmark.self, AtomicBenchmark.self,
            LatencyBenchmark.self, RoundTripBenchmark.self, IdleBenchmark.self, WakeBenchmark.self,
            RescueBenchmark.self, CancelBenchmark.self,
            DepthBenchmark.self, ImportBenchmark.self,
        ]
    }
}
