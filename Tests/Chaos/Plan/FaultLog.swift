import DjetStore
import Foundation

/// The faults of a run.
final class FaultLog: Sendable {
    private struct State {
        var records: [FaultRecord] = []
        /// The proxy's later hits on processes, by faults that are counted already.
        var hits: [FaultRecord] = []
    }

    private let state = Guarded(State())

    func note(_ record: FaultRecord) {
        state.withLock { $0.records.append(record) }
    }

    /// Notes that a process was hit by a fault that was counted when it was ordered.
    func noteHit(_ kind: FaultKind, _ process: Int32, _ detail: String, lasting span: Duration) {
        let now = Date()
        let hit = FaultRecord(
            kind: kind, detail: detail, processes: [process], began: now, ended: now + span / .seconds(1))
        state.withLock { $0.hits.append(hit) }
    }

    var records: [FaultRecord] { state.withLock { $0.records } }
    var hits: [FaultRecord] { state.withLock { $0.hits } }

    var counts: [FaultKind: Int] {
        Dictionary(grouping: records, by: \.kind).mapValues(\.count)
    }

    /// The counts of all kinds, such as `4 kills, 2 freezes`.
    var summary: String {
        let counts = counts
        return FaultKind.allCases.map { "\(counts[$0] ?? 0) \($0.plural)" }.joined(separator: ", ")
    }
}

/// A fault that was carried out, with its time.
struct FaultRecord: Sendable {
    let kind: FaultKind
    /// The processes or things that it hit, for people.
    let detail: String
    /// The processes that it hit; nil for all.
    let processes: [Int32]?
    let began: Date
    let ended: Date
}
