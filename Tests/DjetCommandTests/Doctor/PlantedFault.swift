import DjetModel
import DjetStore
import DjetTestSupport

/// A fault that a test plants in a real system, by the id under which `djet doctor` must find it.
enum PlantedFault: String, CaseIterable {
    case schemaVersion = "schema-version"
    case pooler, listener
    case deadWorker = "dead-worker"
    case frozenWorker = "frozen-worker"
    case unresponsiveWorker = "unresponsive-worker"
    case outdatedWorker = "outdated-worker"
    case unclaimedQueue = "unclaimed-queue"
    case pausedQueue = "paused-queue"
    case fullQueue = "full-queue"
    case unknownKind = "unknown-kind"
    case pausedSchedule = "paused-schedule"
    case lateSchedule = "late-schedule"
    case failingChore = "failing-chore"
    case missingPartition = "missing-partition"
    case oldSnapshot = "old-snapshot"
    case bloatedTable = "bloated-table"
    case scarceConnections = "scarce-connections"
    case serverSetting = "server-setting"
    case excessiveRight = "excessive-right"

    /// The patience with which it is found at once; nil where it shows in the worker's own time.
    var patience: Int? { self == .frozenWorker ? nil : 0 }

    /// Plants the fault, and calls `body` while it lasts, with the connection string of whoever looks for it.
    func plant(in database: TestDatabase, _ body: (String) async throws -> Void) async throws {
        let usual = database.connectionString
        switch self {
        case .pooler, .listener: try await database.behindAPooler(body)
        case .deadWorker: try await database.withDeadWorker { try await body(usual) }
        case .frozenWorker: try await database.withFrozenWorker { try await body(usual) }
        case .unresponsiveWorker: try await database.withUnresponsiveWorker { try await body(usual) }
        case .outdatedWorker: try await database.withOutdatedWorker { try await body(usual) }
        case .fullQueue: try await database.withFullQueue { try await body(usual) }
        case .oldSnapshot: try await database.withOpenTransaction { try await body(usual) }
        case .unclaimedQueue, .pausedQueue, .unknownKind, .pausedSchedule, .lateSchedule, .failingChore:
            try await plantJobs(in: database)
            try await body(usual)
        case .schemaVersion, .missingPartition, .bloatedTable, .scarceConnections, .serverSetting,
            .excessiveRight:
            try await database.store.withConnection { try await $0.run(script: script) }
            try await body(usual)
        }
    }

    /// The SQL that plants a fault of the database itself.
    private var script: String {
        switch self {
        case .schemaVersion: "update jobmachine.migration set checksum = 'another' where number = 0"
        case .missingPartition:
            """
            do $$ begin
              execute format(
                'drop table jobmachine.history_%s', to_char((now() at time zone 'UTC')::date + 1, 'YYYYMMDD'));
            end $$
            """
        case .bloatedTable:
            """
            alter table jobmachine.blind_end set (autovacuum_enabled = off);
            insert into jobmachine.blind_end select generate_series(1, 60000);
            delete from jobmachine.blind_end
            """
        case .scarceConnections:
            "do $$ begin execute format('alter database %I connection limit 2', current_database()); end $$"
        case .serverSetting:
            """
            do $$ begin
              execute format('alter database %I set default_transaction_read_only = on', current_database());
            end $$
            """
        case .excessiveRight: "grant delete on jobmachine.job to djet_work"
        default: ""
        }
    }

    private func plantJobs(in database: TestDatabase) async throws {
        let model = database.model(testFunctions)
        switch self {
        case .unclaimedQueue: _ = try await model.offload(Echo(text: "a"), on: "slow")
        case .pausedQueue:
            _ = try await model.offload(Echo(text: "a"), on: "gl.tax")
            try await model.pause("gl")
        case .unknownKind:
            let ticket = try await model.offload(kind: "test.unknown", arguments: "{}")
            try await withWorker(model) {
                try await database.wait(on: "jobmachine.\(ticket)") {
                    try await model.job(ticket).status == .error
                }
            }
        case .pausedSchedule: try await database.refuseJobsOfASchedule()
        case .lateSchedule: try await database.makeScheduleDue("reports")
        default: try await database.failChore()
        }
    }
}
