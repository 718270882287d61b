import CLibPQ
import Foundation
public import Logging

extension Connection {
    /// The oldest major version that Djet works with.
    public static let oldestServer = 15

    /// Opens a connection from one of libpq's connection strings: a URI, key/value pairs, or empty for the
    /// `PG…` variables alone.
    ///
    /// The session uses UTF-8 and the settings that Djet relies on, whatever the server, the database or the
    /// role is set to. Throws `StoreError` with code `.cannotConnect`, also if the database is not UTF-8 or
    /// `limits.opening` is over, or `.serverTooOld`; or `CancellationError`.
    public static func open(
        _ connectionString: String, limits: StoreLimits = StoreLimits(),
        logger: Logger = Logger(label: "djet.store")
    ) async throws -> Connection {
        let end = ContinuousClock.now + limits.opening
        let connection = try await reach(connectionString, until: end, limits, logger)
        return try await connection.prepare(until: end)
    }

    private static func reach(
        _ connectionString: String, until end: ContinuousClock.Instant, _ limits: StoreLimits,
        _ logger: Logger
    ) async throws -> Connection {
        let opening = Opening()
        return try await withAlarm(after: ContinuousClock.now.duration(to: end)) {
            try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { (waiter: Opening.Waiter) in
                    opening.begin(waiter) { try connect(connectionString, limits, logger) }
                }
            } onCancel: {
                opening.giveUp(because: CancellationError())
            }
        } onAlarm: {
            opening.giveUp(because: tooSlow(limits))
        }
    }

    /// Applies the session's settings. The connection may have broken, or fallen silent, since it was made.
    private func prepare(until end: ContinuousClock.Instant) async throws -> Connection {
        do {
            let version = Int(wire.withLock { PQserverVersion($0.pointer) })
            let segments = [
                [SessionSettings.statement(version: version)], [SessionSettings.statementAboutClient],
            ]
            let rest = ContinuousClock.now.duration(to: end)
            let outcomes = try await withTaskCancellationHandler {
                try await within(rest, orElse: Self.tooSlow(limits)) { try await exchange(segments) }
            } onCancel: {
                close()
            }
            let start: String? = try outcomes[0].get().first?.first?.value(0)
            wire.withLock { $0.serverStart = start ?? "" }
            return self
        } catch {
            close()
            guard let error = error as? StoreError else { throw error }
            try Task.checkCancellation()
            throw error.code == .cannotConnect ? error : Self.refusal(error.description)
        }
    }

    private static func tooSlow(_ limits: StoreLimits) -> StoreError {
        refusal("\(noAnswer) in \(limits.opening)")
    }

    /// The message for a server that takes too long.
    static let noAnswer = "it has not answered"

    /// Wraps the caller's own libpq connection, and takes part in its transaction. It must be idle: if an
    /// answer is outstanding, every use throws `StoreError` with code `.misuse`. `giveBack()` returns it.
    ///
    /// Its settings remain its owner's. It must use UTF-8 and, where times are read, have `datestyle` set to
    /// ISO; the queue's functions rely on transactions that are `read committed`.
    public convenience init(borrowing pointer: OpaquePointer, logger: Logger = Logger(label: "djet.store")) {
        self.init(pointer, isOwned: false, logger: logger)
    }

    /// Returns a borrowed connection to its owner, in libpq's ordinary mode. Everything sent must have been
    /// answered.
    public func giveBack() {
        act { wire in
            guard !wire.isOwned, !wire.isClosed else { return }
            PQexitPipelineMode(wire.pointer)
            PQsetnonblocking(wire.pointer, 0)
            wire.close(because: StoreError(.misuse, "the connection was given back to its owner"))
        }
    }

    private static func connect(
        _ connectionString: String, _ limits: StoreLimits, _ logger: Logger
    ) throws -> Connection {
        // A later setting overrides an earlier one, so the connection string overrides the two before it.
        let settings =
            [
                ("fallback_application_name", "djet"),
                ("connect_timeout", getenv("PGCONNECT_TIMEOUT") == nil ? "5" : ""),
            ]
            + Self.keepalives + [("dbname", connectionString), ("client_encoding", "UTF8")]
        let pointer = withCStrings(settings.map(\.0)) { keywords in
            withCStrings(settings.map(\.1)) { PQconnectdbParams(keywords, $0, 1) }
        }
        guard let pointer else { throw StoreError(.cannotConnect, "there is no memory for a connection") }
        do {
            try checkServer(of: pointer)
        } catch {
            PQfinish(pointer)
            throw error
        }
        let connection = Connection(pointer, isOwned: true, limits: limits, logger: logger)
        connection.heedNotices()
        return connection
    }

    /// Throws `StoreError` unless libpq has connected, and to a server that Djet works with.
    private static func checkServer(of pointer: OpaquePointer) throws {
        guard PQstatus(pointer) == CONNECTION_OK else {
            throw refusal(String(cString: PQerrorMessage(pointer)))
        }
        let version = Int(PQserverVersion(pointer))
        guard version >= oldestServer * 10_000 else { throw tooOld(version) }
        // The server reports its encoding at connection time. Other encodings cannot hold every text, or
        // accept any bytes as text.
        guard let encoding = PQparameterStatus(pointer, "server_encoding").map({ String(cString: $0) }),
            encoding != "UTF8"
        else { return }
        let name = PQdb(pointer).map { String(cString: $0) } ?? ""
        throw StoreError(
            .cannotConnect,
            """
            the database “\(name)” has the encoding \(encoding), but Djet needs UTF8: create one with \
            create database … encoding 'UTF8' template template0
            """)
    }

    /// Keepalives detect a dead network within half a minute instead of the kernel's two hours.
    ///
    /// A frozen host still acknowledges them; `StoreLimits` covers that case.
    private static let keepalives = [
        ("keepalives_idle", "15"), ("keepalives_interval", "5"), ("keepalives_count", "3"),
        ("tcp_user_timeout", "30000"),
    ]

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

    /// Calls `body` with a null-terminated list of C strings, as libpq expects it.
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
