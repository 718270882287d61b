import DjetStore
import Foundation

/// The checks that this program makes of itself and of its way to the server.
extension FaultCheck {
    static let ofConnection: [FaultCheck] = [schemaVersion, clockDifference, pooler, listener]

    /// The schema's and the program's version differ. Needs the `Migrator` that the program provides, and the
    /// right to read the tables `migration` of its schemas, which none of the queue's roles brings.
    static let schemaVersion = FaultCheck(id: "schema-version", isOfSchema: false) { model, _ in
        guard let migrator = try? model.service(Migrator.self) else { return [] }
        do {
            try await migrator.check(model.store)
            return []
        } catch let error as StoreError where error.code == .migration {
            return [
                Finding(
                    id: "schema-version", subject: model.queue.schema,
                    what: "The database and this program are of different versions: \(error.message).",
                    advice: """
                        Run `djet migrate` of the newest program, and start all programs of the same version. \
                        Other faults in the database are looked for then.
                        """)
            ]
        } catch let error as StoreError where error.sqlState == .insufficientPrivilege {
            return [
                .undone(
                    ["schema-version"],
                    because: "the database's login may not read the table migration of each schema")
            ]
        }
    }

    /// The clocks of this machine and of the server differ by more than five seconds.
    static let clockDifference = FaultCheck(id: "clock-difference", isOfSchema: false) { model, _ in
        let statement: Statement = "select clock_timestamp()"
        let before = model.now
        guard let server = try await model.store.punctual.first(statement.oneOff(), as: Date.self) else {
            return []
        }
        let doubt = model.now.timeIntervalSince(before) / 2
        let ahead = before.addingTimeInterval(doubt).timeIntervalSince(server)
        guard abs(ahead) - doubt > 5 else { return [] }
        let seconds = Int(min(abs(ahead), 1e12).rounded())
        return [
            Finding(
                id: "clock-difference", subject: "clock",
                what:
                    "This machine's clock is \(seconds) s \(ahead > 0 ? "ahead of" : "behind") the server's.",
                advice: """
                    Let NTP keep both clocks. The times of jobs that this machine schedules are wrong by as much.
                    """)
        ]
    }

    /// The connections go through a pooler that shares sessions.
    static let pooler = FaultCheck(id: "pooler", isOfSchema: false) { model, _ in
        try await model.store.sharesSessions() ? [sharedSessions] : []
    }

    /// The finding behind such a pooler, whichever check stumbles over it.
    static let sharedSessions = Finding(
        id: "pooler", subject: "database",
        what: """
            The connections go through a pooler that shares sessions: rings and prepared statements get lost.
            """,
        advice: """
            Connect to PostgreSQL itself, or let the pooler keep a session for each client (pool_mode = session).
            """)

    /// Rings do not arrive.
    static let listener = FaultCheck(id: "listener", isOfSchema: false) { model, _ in
        guard try await !model.store.hearsRings(within: limitOfRing) else { return [] }
        return [
            Finding(
                id: "listener", subject: "database",
                what: "A ring that this program sent to itself has not arrived within \(limitOfRing).",
                advice: """
                    Connect directly to the primary: not through a pooler that shares sessions, and not to a \
                    standby. Until then workers look for jobs once a minute only, and waiters do not hear of ends.
                    """)
        ]
    }
}
