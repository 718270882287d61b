import DjetModel
import Foundation

extension JobsListing {
    init(
        _ filter: JobSearch, _ counts: [JobCount], _ page: JobPage, _ snapshot: OldestSnapshot?,
        _ group: ShownGroup?, _ visit: Visit
    ) {
        let path = visit.path()
        let limit = visit.query["limit"]
        self.init(
            filter: filter, counts: Self.counts(counts, filter, path),
            jobs: page.jobs.map { ListedJob($0, below: path, now: visit.model.now) },
            next: page.next.map { path + filter.question(["limit": limit, "page": "\($0)"]) },
            newest: visit.query["page"].map { _ in path + filter.question(["limit": limit]) },
            looked: page.looked, isCutShort: page.isCutShort, lookedBackTo: page.lookedBackTo,
            oldestSnapshot: snapshot, done: Done(visit.query), group: group, form: nil)
    }

    /// Returns the counts of the queue that is listed, or of all queues.
    static func counts(_ counts: [JobCount], _ filter: JobSearch, _ path: String) -> [Count] {
        let own = counts.filter {
            filter.queue == nil || $0.queue == filter.queue && $0.queue != JobCount.others
        }
        return JobStatus.inOrder.map { status in
            let same = own.filter { $0.status == status }
            return Count(
                status: status, amount: same.map(\.amount).reduce(0, +),
                isExact: same.allSatisfy(\.isExact),
                path: path + filter.with(filter.status == status ? nil : status).question(),
                isHere: filter.status == status)
        }
    }
}

extension JobsListing.Done {
    init?(_ query: Query) {
        guard let action = query["action"].flatMap(BulkAction.init), let amount = query.integer("of"),
            let done = query.integer("done")
        else { return nil }
        self.init(
            action: action, amount: Int(amount), done: Int(done), areMoreLeft: query["left"] != nil)
    }
}

extension JobsForm {
    init(
        _ filter: JobSearch, _ listing: JobsListing, queues: [JobsChoice], kinds: [String],
        charts: FigureCharts, _ visit: Visit
    ) {
        let path = visit.path()
        let mayOperate = visit.may(.operate)
        func all(_ action: BulkAction) -> String? {
            guard mayOperate, filter.status.map({ action.statuses.contains($0) }) ?? true else { return nil }
            return "\(path)/bulk" + filter.question(["action": action.rawValue])
        }
        self.init(
            queues: queues,
            statuses: JobStatus.inOrder.map { JobsChoice($0.rawValue, selected: filter.status?.rawValue) },
            kinds: kinds, since: Self.typed(filter.since), until: Self.typed(filter.until),
            isOldestFirst: filter.order == .oldest, turnedPath: path + filter.turned.question(),
            isByEnd: filter.status?.isEnded == true, isFiltered: !filter.isEmpty, hasMore: filter.hasFolded,
            hasRemarks: listing.jobs.contains(where: \.hasRemark), mayOperate: mayOperate,
            maySeeArguments: visit.may(.arguments),
            cancelAllPath: all(.cancel), retryAllPath: all(.retry), deleteAllPath: all(.delete),
            throughput: charts.throughput(id: "throughput").svg, times: charts.times(id: "times").svg,
            isSnapshotOld: listing.oldestSnapshot?.isOld(visit.model.now) ?? false)
    }

    /// Returns a time as a browser's `datetime-local` field takes it, in UTC.
    private static func typed(_ date: Date?) -> String? { date.map { String($0.ISO8601Format().prefix(16)) } }
}

extension JobSearch {
    /// True if a field is set that the page folds away.
    fileprivate var hasFolded: Bool {
        let open: Set<Field> = [.queue, .status, .kind, .text, .order]
        return Field.allCases.contains { !open.contains($0) && self[$0] != nil }
    }
}

extension ListedJob {
    /// True if a list has a remark on it.
    fileprivate var hasRemark: Bool {
        failure != nil || progress != nil || cancelRequested || isScheduled
    }
}

extension OldestSnapshot {
    /// Returns true beyond five minutes, more than any job of Djet's own needs; if its start is unknown,
    /// beyond 100,000 transactions.
    func isOld(_ now: Date) -> Bool {
        guard let began = transactionBeganAt else { return age > 100_000 }
        return now.timeIntervalSince(began) > 300
    }
}

extension JobStatus {
    /// The statuses in the order of display: running, yet to run, ended.
    static let inOrder: [JobStatus] = [
        .processing, .entered, .scheduled, .waiting, .finished, .error, .cancelled,
    ]
}
