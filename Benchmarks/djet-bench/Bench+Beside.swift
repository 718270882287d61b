import DjetCommand

extension Bench {
    /// Runs `body` with a bench in another database, which is new, migrated, and removed afterwards.
    func beside<Result: Sendable>(
        _ name: String, isDeep: Bool = false, _ body: (Bench) async throws -> Result
    ) async throws -> Result {
        try await OwnDatabase(name: name, maker: "djet-bench").lend(on: connectionString, logger) { own in
            let other = Bench(
                options: options, connectionString: own, report: report, logger: logger, isDeep: isDeep)
            try await other.migrate()
            return try await body(other)
        }
    }
}
