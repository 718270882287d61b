import CLibPQ
import Foundation
public import Logging

extension Connection {
    /// The oldest server that Djet works with.
    public static let oldestServer = 15

    /// Opens a connection by one of libpq's connection strings: a URI, key/value pairs, or empty for the
    /// `PG…` variables alone.
    ///
    /// Throws `StoreError` with code `.cannotConnect` or `.serverTooOld`, or `CancellationError`.
    public static func open(
        _ connectionString: String, logger: Logger = Logger(label: "djet.store")
    ) async throws -> Connection {
        let opening = Opening()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { waiter in
                opening.begin(waiter) { try connect(connectionString, logger: logger) }
            }
        } onCancel: {
            opening.cancel()
        }
    }

    /// Takes part in what the caller does on a libpq connection of its own, which must be idle: no answer may
    /// be outstanding, or every use throws `StoreError` with code `.misuse`. `giveBack()` returns it.
    public convenience init(borrowing pointer: OpaquePointer, logger: Logger = Logger(label: "djet.store")) {
        self.init(pointer, isOwned: false, logger: logger)
    }

    /// Returns a borrowed connection to its owner, in libpq's ordinary mode. Everything that was sent must
    /// have been answered.
    public func giveBack() {
        act { wire in
            guard !wire.isOwned, !wire.isClosed else { return }
            PQexitPipelineMode(wire.pointer)
            PQsetnonblocking(wire.pointer, 0)
            wire.close(because: StoreError(.misuse, "the connection was given back to its owner"))
        }
    }

    private static func connect(_ connectionString: String, logger: Logger) throws -> Connection {
        // What stands in the connection string comes later, and so counts more than the two before it.
        let settings =
            [
                ("fallback_application_name", "djet"),
                ("connect_timeout", getenv("PGCONNECT_TIMEOUT") == nil ? "10" : ""),
            ]
            + Self.keepalives + [("dbname", connectionString), ("client_encoding", "UTF8")]
        let pointer = withCStrings(settings.map(\.0)) { keywords in
            withCStrings(settings.map(\.1)) { PQconnectdbParams(keywords, $0, 1) }
        }
        guard let pointer else { throw StoreError(.cannotConnect, "there is no memory for a connection") }
        guard PQstatus(pointer) == CONNECTION_OK else {
            defer { PQfinish(pointer) }
            throw refusal(String(cString: PQerrorMessage(pointer)))
        }
        let version = Int(PQserverVersion(pointer))
        guard version >= oldestServer * 10_000 else {
            defer { PQfinish(pointer) }
            throw tooOld(version)
        }
        PQclear(PQexec(pointer, session))
        // It may have broken since it was made.
        guard PQstatus(pointer) == CONNECTION_OK else {
            defer { PQfinish(pointer) }
            throw refusal(String(cString: PQerrorMessage(pointer)))
        }
        let connection = Connection(pointer, isOwned: true, logger: logger)
        connection.logWarnings()
        return connection
    }

    /// A network that says nothing any more is found out within half a minute, and not after the kernel's two hours.
    private static let keepalives = [
        ("keepalives_idle", "15"), ("keepalives_interval", "5"), ("keepalives_count", "3"),
        ("tcp_user_timeout", "30000"),
    ]

    /// The one form of dates that is read here, as a server or a role may be set to another; and no compiling of
    /// queries, which takes tens of milliseconds where the planner expects many rows, and finds few.
    private static let session = "set datestyle to iso; set jit to off"

    static func tooOld(_ version: Int) -> StoreError {
        StoreError(
            .serverTooOld,
            "the server is PostgreSQL \(version / 10_000).\(version % 10_000); Djet needs \(oldestServer) or later"
        )
    }

    private static func refusal(_ message: String) -> StoreError {
        let lines = message.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
        return StoreError(.cannotConnect, "cannot connect to PostgreSQL: \(lines.joined(separator: "; "))")
    }

    /// Calls `body` with a list of C strings that ends in null, as libpq wants it.
    private static func withCStrings<R>(
        _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> R
    ) -> R {
        let copies = strings.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: copies.count + 1) {
            list in
            for (index, copy) in copies.enumerated() { list[index] = copy.map { UnsafePointer($0) } }
            list[copies.count] = nil
            return list.withMemoryRebound(to: UnsafePointer<CChar>?.self) {
                body($0.baseAddress.unsafelyUnwrapped)
            }
        }
    }
}
