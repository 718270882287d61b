import ArgumentParser
import DjetModel
import DjetStore
import Foundation
import Logging
import UnixSignals

/// The options of every process of a run.
struct PartOptions: ParsableArguments {
    @Option(help: "A connection string.")
    var database: String
    @Option(help: "The number of this process in the run.")
    var ordinal: Int
    @Option(help: "The seed, together with the ordinal.")
    var seed: UInt64

    /// The random numbers of this process.
    var chance: SplitMix64 { SplitMix64(seed: seed &* 1_000_003 &+ UInt64(ordinal)) }

    /// Returns a model on the database that knows all errands, and the key of their secrets.
    func model(connections: Int) throws -> Model {
        var logger = Logger(label: "chaos") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .info
        let store = Store(
            StoreConfiguration(connectionString: database, maximumConnections: connections), logger: logger)
        let key = Data(repeating: 7, count: 32).base64EncodedString()
        return Model(store: store, functions: Functions(errandTypes), logger: logger, clock: { Date() })
            .sealing(with: try SecretKeys("chaos:\(key)"))
    }
}

/// Ends this process when the run has ended in any way: the run holds the other end of the standard input.
func endWithTheRun() {
    Thread.detachNewThread {
        while let line = readLine() { _ = line }
        _exit(70)
    }
}

/// Runs tasks until SIGTERM, cancels them, and waits for their end.
func workUntilSIGTERM(_ tasks: [@Sendable () async -> Void]) async {
    let signals = await UnixSignalsSequence(trapping: .sigterm)
    await withTaskGroup(of: Void.self) { group in
        for task in tasks { group.addTask { await task() } }
        for await _ in signals { break }
        group.cancelAll()
    }
}
