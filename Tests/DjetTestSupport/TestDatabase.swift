package import DjetModel
package import DjetStore
import DjetTesting
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
    package static let logger = TestServer.logger
}

/// Runs a test on a database of its own, with the tables of every program unless told otherwise.
///
/// - Parameter business: adds the tables of the shipped business.
package func withDatabase<Result: Sendable>(
    migrated: Bool = true, business: Bool = false, connections: Int = 20,
    _ body: (TestDatabase) async throws -> Result
) async throws -> Result {
    let contents: TestCluster.Contents = migrated ? (business ? .business : .djet) : .nothing
    let server = TestCluster.server
    return try await server.withDatabase(of: contents.template) { name in
        let string = try await server.connectionString(of: name)
        let configuration = StoreConfiguration(connectionString: string, maximumConnections: connections)
        return try await withStore(configuration, TestDatabase.logger) { store in
            try await body(TestDatabase(connectionString: string, store: store))
        }
    }
}

extension TestDatabase {
    /// Sets a default of the database. It holds for sessions that are opened afterwards.
    package func set(_ name: String, to value: String) async throws {
        let own = try await store.first("select current_database()", as: String.self) ?? ""
        try await store.query(Statement(text: "alter database \(own) set \(name) = '\(value)'"))
    }

    /// Runs `body` on the same database with a store of new sessions.
    package func withNewSessions<Result: Sendable>(
        _ body: (TestDatabase) async throws -> Result
    ) async throws -> Result {
        let configuration = StoreConfiguration(connectionString: connectionString)
        return try await withStore(configuration, Self.logger) { store in
            try await body(TestDatabase(connectionString: connectionString, store: store))
        }
    }

    /// Makes password hashes cheap: tests sign in often, and few are about the cost.
    package func cheapenPasswords() async throws {
        try await store.query(
            """
            create or replace function djet.password_cost() returns integer language sql immutable
            as 'select 4'
            """)
    }
}
