import DjetModel

/// The jobs on the start page: all of them for those who may see them, their own for others.
struct StartOverview: Codable, Sendable {
    /// The counts of the jobs that run, wait or failed; none without the page of all jobs.
    var counts: [JobsListing.Count]
    /// The jobs that run, the last ones first.
    var running: [ListedJob]
    /// The jobs that failed, the last ones first.
    var failed: [ListedJob]
    /// The visitor's own jobs, the last ones first; none with the page of all jobs.
    var own: [TicketList.Entry]
    /// The address of the page of all jobs, or of the visitor's own.
    var path: String
    /// The address of the list of failed jobs; null without the page of all jobs.
    var failedPath: String?
    /// The address of the jobs' event stream; null without the page of all jobs.
    var eventsPath: String?
    /// True if there is no job yet, as far as the visitor may see.
    var isEmpty: Bool

    /// The most jobs of each list.
    private static let most = 5
    /// The statuses that a start page counts, in the order of display.
    private static let statuses: [JobStatus] = [.processing, .entered, .scheduled, .waiting, .error]
}

extension StartOverview {
    /// Reads what the visitor may see; nil if that is nothing.
    init?(_ visit: Visit) async throws {
        if let jobs = visit.tree.node(ofBasetype: "jobmachine"), visit.mayOpen(jobs) {
            try await self.init(allAt: jobs.path, visit.model)
        } else if let tickets = visit.tree.node(ofBasetype: "tickets"), visit.mayOpen(tickets),
            visit.user != nil
        {
            let states = try await visit.model.ownTickets(limit: Self.most)
            self.init(
                counts: [], running: [], failed: [],
                own: states.map { TicketList.Entry($0, below: tickets.path) }, path: tickets.path,
                failedPath: nil, eventsPath: nil, isEmpty: states.isEmpty)
        } else {
            return nil
        }
    }

    private init(allAt path: String, _ model: Model) async throws {
        async let counts = model.jobCounts(of: [])
        async let running = model.findJobs(JobSearch(status: .processing), limit: Self.most)
        async let failed = model.findJobs(JobSearch(status: .error), limit: Self.most)
        let all = JobsListing.counts(try await counts, JobSearch(), path)
        self.init(
            counts: Self.statuses.compactMap { status in all.first { $0.status == status } },
            running: try await running.jobs.map { ListedJob($0, below: path, now: model.now) },
            failed: try await failed.jobs.map { ListedJob($0, below: path, now: model.now) }, own: [],
            path: path, failedPath: "\(path)?status=error", eventsPath: "\(path)/events",
            isEmpty: all.allSatisfy { $0.amount == 0 })
    }
}
