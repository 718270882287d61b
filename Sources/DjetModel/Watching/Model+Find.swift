import DjetStore
import Foundation

extension Model {
    /// Returns the jobs that a search finds: running jobs, then other live jobs, then ended ones; the last
    /// first in each part. With the oldest first it is the other way around.
    ///
    /// It stops when the page is full, or after a limit on its work, to report how far it has got. For a text
    /// in the arguments that is a thousand live jobs, then about 60 ms and some megabytes of arguments at a
    /// time; for anything else it is a second.
    ///
    /// - Parameters:
    ///   - search: the search.
    ///   - cursor: the `next` of the previous page; nil for the first page.
    ///   - limit: the most jobs, from 1.
    public func findJobs(
        _ search: JobSearch = JobSearch(), after cursor: JobCursor? = nil, limit: Int = 50
    ) async throws -> JobPage {
        var page = JobPage(jobs: [], next: nil, looked: 0, lookedBackTo: nil, isCutShort: false)
        var cursor = cursor ?? .start(search.order)
        while page.jobs.count <= limit {
            let finding = try await find(search, at: cursor.place, amount: limit + 1 - page.jobs.count)
            page.jobs += finding.jobs
            page.looked += finding.looked
            if finding.isWhole, let following = cursor.following(search.order) {
                cursor = following
            } else if !finding.isWhole, page.jobs.count <= limit, let place = finding.place {
                page.cutShort(at: place)
                return page
            } else {
                break
            }
        }
        if page.jobs.count > limit {
            page.jobs.removeLast(page.jobs.count - limit)
            page.next = page.jobs.last.map { JobCursor(behind: $0) }
        }
        return page
    }

    /// Returns the ticket of the job with a number; nil if there is none.
    public func ticket(numbered number: Int64) async throws -> TicketID? {
        try await database.first(queue.ticket(numbered: number, among: tenants), as: String.self)
            .flatMap { TicketID($0) }
    }

    private func find(_ search: JobSearch, at place: JobCursor.Place, amount: Int) async throws -> JobFinding
    {
        switch place {
        case .running(let below):
            guard search.status == nil || search.status == .processing else { return .nothing }
            return try await findLive(search, areRunning: true, below, amount)
        case .inLine(let below):
            guard search.findsLive, search.status != .processing else { return .nothing }
            return try await findLive(search, areRunning: false, below, amount)
        case .ended(let before, let number):
            guard search.findsEnded else { return .nothing }
            let rows = try await database.query(
                queue.findEnded(
                    search, among: tenants, before: before, number: number, amount: amount,
                    patience: search.patience))
            return try JobFinding(rows) { row in
                .ended(
                    before: try row.value("back_to"),
                    number: try row.value("back_to_id", as: Int64?.self) ?? -1)
            }
        }
    }

    private func findLive(
        _ search: JobSearch, areRunning: Bool, _ below: Int64?, _ amount: Int
    ) async throws -> JobFinding {
        let rows = try await database.query(
            queue.findLive(search, among: tenants, areRunning: areRunning, below: below, amount: amount))
        return try JobFinding(rows) { row in
            let below: Int64? = try row.value("back_to")
            return areRunning ? .running(below: below) : .inLine(below: below)
        }
    }
}

extension JobFinding {
    static let nothing = JobFinding(jobs: [], looked: 0, isWhole: true, place: nil)

    init(_ rows: Rows, place: (Row) throws -> JobCursor.Place) throws {
        guard let first = rows.first else { throw StoreError(.unexpectedValue, "no answer came") }
        jobs = try rows.compactMap { row in
            try row.value("id", as: Int64?.self) == nil ? nil : try row.decode(JobSummary.self)
        }
        looked = try first.value("looked")
        isWhole = try first.value("is_whole")
        self.place = try place(first)
    }
}

extension JobPage {
    fileprivate mutating func cutShort(at place: JobCursor.Place) {
        next = JobCursor(place)
        isCutShort = true
        if case .ended(let before, _) = place { lookedBackTo = before }
    }
}
