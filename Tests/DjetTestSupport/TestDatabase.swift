package import DjetModel
package import DjetStore
import Foundation
package import Logging

/// A test's own database.
package struct TestDatabase: Sendable {
    /// The connection string, also for other processes.
    package let connectionString: String
    package let store: Store

    /// Returns a model on the database with the given functions.
    package func model(_ functions: [any ModelFunction.Type] = [], clock: TestClock = TestClock()) -> Model {
        Model(store: store, functions: Functions(functions), logger: Self.logger, clock: { clock.now })
    }

    /// The tests' logger, which logs errors only.
    package static let logger = {
        var logger = Logger(label: "test")
        logger.logLevel = .error
        return logger
    }()
}

/// Runs a test on a database of its own, with the tables of every program unless told otherwise.
///
/// - Parameter business: adds the tables of the shipped business.
package func withDatabase<Result: Sendable>(
    migrated: Bool = true, business: Bool = false, connections: Int = 20,
    _ body: (TestDatabase) async throws -> Result
) async throws -> Result {
    await limiter.enter()
    do {
        let contents: TestCluster.Contents = migrated ? (business ? .business : .djet) : .nothing
        let result = try await withOwnDatabase(contents, connections: connections, body)
        await limiter.leave()
        return result
    } catch {
        await limiter.leave()
        throw error
    }
}

private let limiter = TestLimiter(16)

private func withOwnDatabase<Result: Sendable>(
    _ contents: TestCluster.Contents, connections: Int, _ body: (TestDatabase) async throws -> Result
) async throws -> Result {
    let name = try await TestCluster.shared.makeDatabase(contents)
    let string = try await TestCluster.shared.connectionString(of: name)
    let configuration = StoreConfiguration(connectionString: string, maximumConnections: connections)
    let store = Store(configuration, logger: TestDatabase.logger)
    let outcome: Swift.Result<Result, any Error>
    do {
        outcome = .success(try await body(TestDatabase(connectionString: string, store: store)))
    } catch {
        outcome = .failure(error)
    }
    await store.close()
    try await TestCluster.shared.drop(name)
    return try outcome.get()
}

extension TestDatabase {
    /// Makes password hashes cheap: tests sign in often, and few are about the cost.
    package func cheapenPasswords() async throws {
        try await store.query(
            """
            create or replace function djet.password_cost() returns integer language sql immutable
            as 'select 4'
            """)
    }
}
