import DjetStore

/// Looks for faults in the database, its server, the workers and the way to them. It changes nothing.
///
/// The server has five seconds for each check, whatever is stored, all checks begin within a minute, and
/// each finds twenty faults at most. A check that cannot be made is a finding itself, `undone-check`. The
/// database's login needs the rights of `djet_admin`; as a member of `pg_read_all_stats` it sees the sessions
/// of all roles.
///
/// - Throws: ``ModelError/invalid(_:)`` for a patience of less than 0 or more than a year, and `StoreError`
///   if the database cannot be reached.
public struct FindFaults: ModelFunction {
    /// `system.find-faults`.
    public static let name = "system.find-faults"
    /// No transaction: each check has one of its own.
    public static let commit = Commit.detached
    /// Not repeated: the next look sees more.
    public static let retry = Retry.never

    /// The ids of all faults that it looks for.
    public static var ids: [String] { FaultCheck.all.map(\.id) }

    /// The seconds that a state may last before it is a fault; nil for those of each check, from two minutes
    /// for a dead worker to a day for a worker of an earlier version.
    public var patience: Double?

    /// Creates a look.
    public init(patience: Double? = nil) {
        self.patience = patience
    }

    /// Makes all checks, one after the other, and returns the findings.
    public func run(in model: Model) async throws -> [Finding] {
        if let patience, !(0...31_536_000).contains(patience) {
            throw ModelError.invalid("the patience must be from 0 to 31,536,000 seconds (got \(patience))")
        }
        let first: Statement = "select 1"
        try await model.store.punctual.query(first.oneOff())
        let isOver = Guarded(false)
        return try await withAlarm(after: FaultCheck.limitOfAll) {
            try await look(model) { isOver.withLock { $0 } }
        } onAlarm: {
            isOver.withLock { $0 = true }
        }
    }

    private func look(_ model: Model, isOver: () -> Bool) async throws -> [Finding] {
        let span = patience.map { Duration.seconds($0) }
        var findings: [Finding] = []
        var undone: [String: [String]] = [:]
        for check in FaultCheck.all {
            // Another version's functions may be missing, or tell something else.
            if check.isOfSchema, findings.hasAnotherVersion { continue }
            guard !isOver() else {
                undone["there was no time left", default: []].append(check.id)
                continue
            }
            do {
                findings += try await check.look(model, span).prefix(FaultCheck.most)
            } catch let error as StoreError where error.isOfPooler {
                findings.append(FaultCheck.sharedSessions)
            } catch let error as StoreError {
                undone[error.reasonOfDoubt, default: []].append(check.id)
            }
        }
        findings += undone.sorted { $0.key < $1.key }.map { Finding.undone($0.value, because: $0.key) }
        return findings.reduce(into: []) { distinct, finding in
            if !distinct.contains(finding) { distinct.append(finding) }
        }
    }
}

extension [Finding] {
    fileprivate var hasAnotherVersion: Bool { contains { $0.id == FaultCheck.schemaVersion.id } }
}

extension Finding {
    /// The finding of checks that could not be made.
    static func undone(_ checks: [String], because reason: String) -> Finding {
        Finding(
            id: "undone-check", subject: checks.joined(separator: ", "), what: "Not checked: \(reason).",
            advice: "Nothing is known of these faults. Remove what is in the way, and look again.")
    }
}

extension StoreError {
    /// The reason why a check could not be made.
    fileprivate var reasonOfDoubt: String {
        switch sqlState {
        case .insufficientPrivilege?: "the database's login lacks the rights of djet_admin"
        case .queryCanceled?: "the server took longer than \(FaultCheck.limit)"
        default: advice
        }
    }
}
