import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// The worker and the client made of a shell and psql, which use the queue by its SQL functions.
@Suite struct PsqlWorkerTests {
    /// Takes a lock, which shows that it runs, and stays until it is ended.
    static let sleeping = """
        exec psql -XAtq "$DATABASE_URL" -c 'select pg_advisory_lock(7)' -c 'notify here' \
          -c '\\! exec tail -f /dev/null'
        """

    /// Waits at a gate, which a test opens, and answers with its ticket and attempt.
    static let gated = """
        psql -XAtq "$DATABASE_URL" -c 'select pg_advisory_lock_shared(7)' >&2
        echo "\\"$DJET_TICKET $DJET_ATTEMPT\\""
        """

    @Test func aSwiftTicketGetsTheReplyOfAPsqlWorker() async throws {
        try await withDatabase { database in
            let office = try PsqlWorker(on: database, handlers: ["text.count": "wc -c"])
            let model = database.model()
            // One is there when the worker begins, the other rings.
            let early = try await model.offload(kind: "text.count", arguments: #""abc""#)
            try await office.work { _ in
                #expect(try await model.ticket(early, of: Int.self).value == 6)
                let late = try await model.offload(kind: "text.count", arguments: #""abcdef""#)
                #expect(try await model.ticket(late, of: Int.self).value == 9)
            }
        }
    }

    @Test func argumentsArriveByteForByte() async throws {
        try await withDatabase { database in
            let office = try PsqlWorker(on: database, handlers: ["test.keep": "tee \"${0%/*}/arrived\""])
            let model = database.model()
            let touched = office.folder.appending(path: "touched").path()
            let text = """
                it's "quoted" $(touch \(touched)) `false` ${HOME} \\ \\n \\g | ; -- :worker :'reply' %s
                \ttabs, 'more', grød 🦢 and \u{1}

                """
            let arguments = String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
            try await office.work { _ in
                let id = try await model.offload(kind: "test.keep", arguments: arguments)
                let ticket = model.ticket(id, of: String.self)
                #expect(try await ticket.value == text)
                let arrived = try Data(contentsOf: office.folder.appending(path: "arrived"))
                #expect(arrived == Data((try await ticket.job.arguments + "\n").utf8))

                let client = try PsqlWorker.client("test.keep", arguments, on: database)
                let reply = try await client.text()
                #expect(try JSONDecoder().decode(String.self, from: Data(reply.utf8)) == text)
                #expect(await client.exitCode() == 0)
                #expect(!FileManager.default.fileExists(atPath: touched))
            }
        }
    }

    @Test func aHandlerThatFailsIsTriedAgainByTheScheduleAndItsWordsAreTheError() async throws {
        try await withDatabase { database in
            let office = try PsqlWorker(
                on: database, handlers: ["test.print": "echo 'out of \"paper\"' >&2; exit 3"])
            let model = database.model()
            try await office.work("--retry", "0.05") { _ in
                let id = try await model.offload(kind: "test.print", arguments: "{}")
                await #expect(throws: JobError.failed(type: "handler", message: "out of \"paper\"")) {
                    try await model.ticket(id, of: Int.self).value
                }
                let attempts = try await model.attempts(of: id)
                #expect(attempts.map(\.attempt) == [1, 2, 3, 4, 5])
                for (number, (one, next)) in zip(attempts, attempts.dropFirst()).enumerated() {
                    // Chance shortens the wait by up to a fifth.
                    let wait = next.startedAt.timeIntervalSince(one.endedAt)
                    #expect(wait >= 0.05 * pow(2, Double(number)) * 0.8)
                }
            }
        }
    }

    @Test func aHandlerPutsItsJobOff() async throws {
        try await withDatabase { database in
            let office = try PsqlWorker(
                on: database,
                handlers: [
                    "test.patient": #"[ "$DJET_ATTEMPT" -gt 2 ] || { echo 0.05; exit 75; }; echo '"done"'"#,
                    "test.vague": "echo soon; exit 75",
                ])
            let model = database.model()
            try await office.work("--retry", "0.01") { _ in
                let patient = model.ticket(
                    try await model.offload(kind: "test.patient", arguments: "{}"), of: String.self)
                #expect(try await patient.value == "done")
                let job = try await patient.job
                #expect(job.attempt == 3 && job.attemptLimit == 7)
                #expect(try await model.attempts(of: patient.id).isEmpty, "none of them failed")
                let vague = model.ticket(
                    try await model.offload(kind: "test.vague", arguments: "{}"), of: String.self)
                let message =
                    "the handler put the job off (exit status 75), but its output is not a number of seconds"
                await #expect(throws: JobError.failed(type: "reply", message: message)) {
                    try await vague.value
                }
            }
        }
    }

    @Test func whatNoHandlerCanDoEndsAtOnce() async throws {
        try await withDatabase { database in
            let office = try PsqlWorker(
                on: database, handlers: ["test.final": "exit 65", "test.ok": "echo 1"])
            // If the queue let it in and the worker took it for a path, it would lead back to a handler.
            try await database.store.query(
                "alter table jobmachine.job drop constraint job_kind_is_a_name")
            let path = "../\(office.folder.lastPathComponent)/test.ok"
            let model = database.model()
            try await office.work { _ in
                for (kind, type) in [
                    ("test.final", "handler"), ("test.none", "unknown-kind"), (path, "unknown-kind"),
                ] {
                    let ticket = model.ticket(try await enter(kind, in: database), of: Int.self)
                    await #expect(throws: JobError.self) { try await ticket.value }
                    let job = try await ticket.job
                    #expect(job.error?.type == type)
                    #expect(job.attempt == 1)
                }
                let client = try PsqlWorker.client("test.final", on: database)
                #expect(try await client.text() == "")
                #expect(await client.exitCode() == 1)
            }
        }
    }

    @Test func aPsqlWorkerThatIsToldToStopHandsItsWorkBack() async throws {
        try await withDatabase { database in
            let office = try PsqlWorker(on: database, handlers: ["test.sleep-an-hour": Self.sleeping])
            let ticket = try await sleepingJob(database)
            try await office.work("--grace", "0") { _ in
                try await untilItSleeps(database)
            }
            let job = try await ticket.job
            #expect(job.status == .entered)
            #expect(job.attempt == 0, "the attempt does not count")
            #expect(
                try await database.store.first("select count(*) from jobmachine.worker", as: Int.self) == 0)
        }
    }

    @Test func aKilledPsqlWorkersJobRunsAgainOnASwiftWorkerAndItsHandlerEnds() async throws {
        struct Answer: JobHandler {
            let kind = "test.sleep-an-hour"
            func run(_ job: Job, in model: Model) async throws -> String { "rescued" }
        }
        try await withDatabase { database in
            let office = try PsqlWorker(on: database, handlers: ["test.sleep-an-hour": Self.sleeping])
            let ticket = try await sleepingJob(database)
            let worker = try office.start()
            try await untilItSleeps(database)
            let model = database.model()
            try await withWorker(model, handlers: [Answer()]) {
                worker.signal(SIGKILL)
                let value = try await ticket.value
                #expect(value == "rescued")
            }
            let attempts = try await model.attempts(of: ticket.id)
            #expect(attempts.map(\.error.type) == ["rescue"])
            // Its handler had this lock.
            try await database.store.query("select pg_advisory_xact_lock(7)")
        }
    }

    @Test func aPsqlWorkerWatchesAnother() async throws {
        try await withDatabase { database in
            let office = try PsqlWorker(on: database, handlers: ["test.sleep-an-hour": Self.sleeping])
            let ticket = try await sleepingJob(database)
            let worker = try office.start()
            try await untilItSleeps(database)
            let other = try PsqlWorker(
                on: database, handlers: ["test.sleep-an-hour": "echo '\"rescued\"'", "test.ok": "echo 1"])
            try await other.work { _ in
                // A worker that has done a job has done its chores, which come again in a minute.
                let model = database.model()
                let first = try await model.offload(kind: "test.ok", arguments: "{}")
                _ = try await model.ticket(first, of: Int.self).value
                let killed = ContinuousClock.now
                worker.signal(SIGKILL)
                #expect(try await ticket.value == "rescued")
                #expect(killed.duration(to: .now) < .seconds(30))
            }
        }
    }

    @Test func aPsqlWorkerBeginsWithItsChores() async throws {
        try await withDatabase { database in
            let office = try PsqlWorker(on: database, handlers: ["test.sleep-an-hour": Self.sleeping])
            let ticket = try await sleepingJob(database)
            let worker = try office.start()
            try await untilItSleeps(database)
            worker.signal(SIGKILL)
            _ = await worker.exitCode()
            let other = try PsqlWorker(on: database, handlers: ["test.sleep-an-hour": "echo '\"rescued\"'"])
            try await other.work { _ in
                let value = try await ticket.value
                #expect(value == "rescued")
            }
        }
    }

    @Test func aRunningHandlerIsCancelled() async throws {
        try await withDatabase { database in
            let office = try PsqlWorker(on: database, handlers: ["test.sleep-an-hour": Self.sleeping])
            let ticket = try await sleepingJob(database)
            try await office.work { _ in
                try await untilItSleeps(database)
                #expect(try await ticket.cancel() == .processing)
                await #expect(throws: JobError.cancelled(ticket.id)) { try await ticket.value }
            }
        }
    }

    @Test func aJobOutlivesTheConnectionOfItsWorker() async throws {
        try await withDatabase { database in
            let office = try PsqlWorker(on: database, handlers: ["test.gate": Self.gated])
            let model = database.model()
            try await database.withGate(7) { open in
                let id = try await model.offload(kind: "test.gate", arguments: "{}")
                let ticket = model.ticket(id, of: String.self)
                try await office.work { _ in
                    try await database.job(of: ticket) { $0.status == .processing }
                    // On a slow machine it may have reconnected before.
                    let cut = try await cutWorkers(database)
                    #expect((cut ?? 0) >= 1)
                    try await open()
                    #expect(try await ticket.value == "\(ticket) 1")
                }
            }
        }
    }

    @Test func aPsqlWorkerThatWasStruckOffRegistersAgain() async throws {
        try await withDatabase { database in
            let office = try PsqlWorker(on: database, handlers: ["test.ok": "echo 1"])
            let model = database.model()
            try await office.work { _ in
                for _ in 0..<2 {
                    let id = try await model.offload(kind: "test.ok", arguments: "{}")
                    #expect(try await model.ticket(id, of: Int.self).value == 1)
                    try await database.store.query("select jobmachine.rescue(id) from jobmachine.worker")
                }
            }
        }
    }

    /// bash 5.2 mistakes a trap that runs meanwhile for the end of the substitution, and exits.
    @Test func noCommandIsSubstitutedWhereASignalMayCome() throws {
        for name in ["handler.sh", "job.sh"] {
            let script = try String(contentsOf: PsqlWorker.script(name), encoding: .utf8)
            #expect(!script.contains(#/\$\([^(]/#), "\(name)")
        }
    }

    /// Inserts a job of any kind: the functions that offload allow the same names as the table.
    private func enter(_ kind: String, in database: TestDatabase) async throws -> TicketID {
        let id = try await database.store.first(
            "insert into jobmachine.job (position, kind) values (1, \(kind)) returning id", as: Int64.self)
        try await database.store.query("select pg_notify('jobmachine.default', '')")
        return TicketID(queue: "default", number: try #require(id))
    }

    private func sleepingJob(_ database: TestDatabase) async throws -> Ticket<String> {
        let model = database.model()
        let id = try await model.offload(kind: "test.sleep-an-hour", arguments: "{}")
        return model.ticket(id, of: String.self)
    }

    private func untilItSleeps(_ database: TestDatabase) async throws {
        try await database.wait(on: "here") {
            try await database.store.first(
                """
                select exists (
                  select from pg_locks l join pg_database d on d.oid = l.database
                  where d.datname = current_database() and l.locktype = 'advisory' and l.objid = 7 and l.objsubid = 1
                    and l.granted)
                """, as: Bool.self) == true
        }
    }

    /// Ends the sessions of all psql workers, and returns their number.
    private func cutWorkers(_ database: TestDatabase) async throws -> Int? {
        try await database.store.first(
            """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where datname = current_database() and application_name = 'worker.sh'
            """, as: Int.self)
    }
}
