import DjetModel
import Foundation

/// The workers with the jobs that they run now, the chores, and the holder of the oldest snapshot.
struct WorkersListing: Codable, Sendable {
    struct Entry: Codable, Sendable {
        var id: Int
        var host: String
        var pid: Int
        var queues: [String]
        var slots: Int
        var startedAt: Date
        var seenAt: Date
        var isAlive: Bool
        var running: [ListedJob]
        /// The number of running jobs beyond those listed.
        var more: Int
        var hasMore: Bool
        /// The number of jobs that it runs.
        var busy: Int
        /// The address of the list of its jobs.
        var path: String
    }

    var workers: [Entry]
    /// The chores of the parts by name, then Djet's own.
    var chores: [ChoreRecord]
    var oldestSnapshot: OldestSnapshot?
    var isSnapshotOld: Bool
    /// The counts of refused reports from workers that had lost their jobs.
    var refusals: [RefusalCount]

    /// The most jobs listed for one worker.
    private static let mostJobs = 20

    init(
        _ workers: [WorkerRecord], _ running: [JobSummary], _ chores: [ChoreRecord],
        _ snapshot: OldestSnapshot?, _ refusals: [RefusalCount], _ visit: Visit
    ) {
        let base = visit.path()
        let jobs = Dictionary(grouping: running, by: \.worker)
        self.workers = workers.map { worker in
            let own = jobs[worker.id] ?? []
            return Entry(
                id: worker.id, host: worker.host, pid: worker.pid, queues: worker.queues, slots: worker.slots,
                startedAt: worker.startedAt, seenAt: worker.seenAt, isAlive: worker.isAlive,
                running: own.prefix(Self.mostJobs).map { ListedJob($0, below: base, now: visit.model.now) },
                more: max(own.count - Self.mostJobs, 0), hasMore: own.count > Self.mostJobs, busy: own.count,
                path: "\(base)?worker=\(worker.id)")
        }
        self.chores = chores
        oldestSnapshot = snapshot
        self.refusals = refusals
        isSnapshotOld = snapshot?.isOld(visit.model.now) ?? false
    }
}
