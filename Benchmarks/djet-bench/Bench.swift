import DjetCommand
import DjetModel
import DjetStore
import Foundation
import Logging

/// A benchmark's database, its options, and the report that takes its figures.
struct Bench: Sendable {
    let options: BenchOptions
    /// Names the database, which no other benchmark uses.
    let connectionString: String
    let report: Report
    let logger: Logger
    /// True if the database holds other queues' past and future jobs, which must stay.
    var isDeep = false

    /// Runs benchmarks, each in a new database, and writes the report.
    static func run(_ benchmarks: [any Benchmark.Type], _ options: BenchOptions) async throws {
        let pieces = benchmarks.map { benchmark in
            Piece(name: benchmark.name, abstract: benchmark.abstract) { try await benchmark.run($0) }
        }
        try await run(pieces, options)
    }

    static func run(_ pieces: [Piece], _ options: BenchOptions) async throws {
        let report = try Report(folder: options.output)
        let logger = try options.target.logger(.error)
        try await withBenchServer(of: options.target.place) { server in
            for piece in pieces {
                let database = OwnDatabase(name: "djet_bench", maker: "djet-bench")
                let connectionString = try await database.makeAnew(on: server, logger)
                let bench = Bench(
                    options: options, connectionString: connectionString, report: report, logger: logger)
                try await bench.migrate()
                report.begin(piece.name, piece.abstract)
                try await piece.run(bench)
                try await database.drop(on: server, logger)
            }
        }
        try report.finish()
    }

    private static let functions: [any ModelFunction.Type] = [
        Silence.self, Note.self, GroupedNote.self, Stamp.self, Stay.self, StayBriefly.self, Steps.self,
    ]

    /// Runs `body` with a model on the bench's database. The model has the benchmarks' functions, and its
    /// connections are closed afterwards.
    func withModel<Result: Sendable>(
        connections: Int = 6, _ body: (Model) async throws -> Result
    ) async throws -> Result {
        let store = Store(
            StoreConfiguration(connectionString: connectionString, maximumConnections: connections),
            logger: logger)
        let model = Model(
            store: store, functions: Functions(Self.functions), logger: logger, clock: { Date() })
        do {
            let result = try await body(model)
            await store.close()
            return result
        } catch {
            await store.close()
            throw error
        }
    }

    /// Measures Djet and its reference in turns, and alternates which of the two goes first.
    func compare(
        _ name: String, _ unit: String, atLeast ratio: Double?, reference other: String,
        djet: () async throws -> Double, reference: () async throws -> Double
    ) async throws {
        var figure = Figure(name: name, unit: unit, goal: ratio.map { .ratio($0) }, reference: other)
        for turn in 1...options.turns {
            report.progress(name, turn, of: options.turns)
            if turn.isMultiple(of: 2) {
                let reference = try await reference()
                figure.turns.append(.init(djet: try await djet(), reference: reference))
            } else {
                let djet = try await djet()
                figure.turns.append(.init(djet: djet, reference: try await reference()))
            }
        }
        report.add(figure)
    }

    func migrate() async throws {
        let store = Store(StoreConfiguration(connectionString: connectionString), logger: logger)
        _ = try await Application.currentMigrator().migrate(store)
        await store.close()
    }
}

extension Bench {
    /// Work with a database of its own. Its figures are reported together.
    struct Piece {
        let name: String
        let abstract: String
        let run: (Bench) async throws -> Void
    }
}
