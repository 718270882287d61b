import DjetModel
import DjetStore
import Foundation
import HTTPTypes

extension JobmachineEngine {
    var lists: [Route] {
        [
            Route(
                .get, "", "The live and ended jobs that match the filters",
                query: JobSearch.queryFields + [
                    QueryField(
                        "page", .matching("^([rl]_-?[0-9]*|e_-?[0-9]*_-?[0-9]+)$", like: "l_42"),
                        "The mark in the previous page's `next`: its parameter `page`."),
                    QueryField("limit", .integer(1...500), "The maximum number of jobs (default: 50)."),
                    QueryField(
                        "action", .choice(BulkAction.allCases.map(\.rawValue)),
                        "The bulk action that was done."),
                    QueryField(
                        "of", .integer(0...1_000_000), "The number of jobs that the action addressed."),
                    QueryField(
                        "done", .integer(0...1_000_000), "The number of jobs that the action changed."),
                    QueryField("left", .choice(["yes"]), "True if more jobs match."),
                ], answer: .page(JobsListing.self), action: list),
            Route(
                .get, "find",
                "Redirects to the job of a ticket or a number, or to the list of those that words name",
                query: [QueryField("words", .words, "A ticket, a number, a kind, a queue, or words.")],
                answer: .elsewhere
            ) { visit in
                .redirect(try await visit.path(toJobs: visit.query["words"] ?? ""))
            },
            Route(.get, "events", "A stream of events, one for each change", answer: .events) { visit in
                .events(watch.changes(visit.site.model), to: visit) { ServerEvent(name: "jobs") }
            },
        ]
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let filter = try visit.checked(JobSearch(visit.query))
        let cursor = try Self.cursor(visit)
        watch.tally.tend(visit.site.model)
        let model = visit.model
        async let page = model.findJobs(filter, after: cursor, limit: Int(visit.query.integer("limit") ?? 50))
        async let counts = model.jobCounts(of: filter.queue.map { [$0] } ?? [])
        async let snapshot = Self.snapshot(visit)
        async let group = visit.group(of: filter)
        var listing = JobsListing(
            filter, try await counts, try await page, try await snapshot, try await group, visit)
        if visit.wantsHTML { listing.form = try await form(filter, listing, visit) }
        return .page("jobs/list", title: visit.node.title, listing)
    }

    /// Returns the oldest snapshot; nil for a visitor who is confined to tenants.
    private static func snapshot(_ visit: Visit) async throws -> OldestSnapshot? {
        try await visit.isConfined ? nil : visit.model.oldestSnapshot()
    }

    private static func cursor(_ visit: Visit) throws -> JobCursor? {
        guard let text = visit.query["page"] else { return nil }
        guard let cursor = JobCursor(text) else {
            throw ModelError.invalid(
                """
                the query parameter “page” must be the mark in the previous page's `next`: its parameter \
                `page`
                """)
        }
        return cursor
    }

    private func form(_ filter: JobSearch, _ listing: JobsListing, _ visit: Visit) async throws -> JobsForm {
        async let queues = visit.queueChoices(selected: filter.queue)
        async let kinds = visit.kindChoices()
        async let charts = readCharts(
            ChartWindow(.hour, until: visit.model.now), .hour, queue: filter.queue, kind: filter.kind, visit)
        return try await JobsForm(filter, listing, queues: queues, kinds: kinds, charts: charts, visit)
    }

    /// Reads the figures of a window, which is that of the period, if there is one.
    func readCharts(
        _ window: ChartWindow, _ period: ChartPeriod?, queue: String?, kind: String?, _ visit: Visit
    ) async throws -> FigureCharts {
        // The tally does not tell tenants apart.
        let tallies =
            try await visit.isConfined
            ? []
            : visit.model.tally(
                by: window.span, since: window.since, until: window.until, queue: queue, kind: kind)
        return FigureCharts(
            figures: JobsFigures(tallies, window, period), window: window, words: visit.words)
    }
}

extension Visit {
    /// Returns the first queues by name as choices of a form, and the selected one in any case; that alone
    /// for a visitor who is confined to tenants.
    func queueChoices(selected: String?) async throws -> [JobsChoice] {
        let names = try await isConfined ? [] : model.queues(limit: QueuesListing.longest).map(\.name)
        let missing: [String] = selected.map { names.contains($0) ? [] : [$0] } ?? []
        return (missing + names).map { JobsChoice($0, selected: selected) }
    }

    /// Returns the kinds to choose from in a form: for a visitor who is confined to tenants, those of the
    /// program's functions.
    func kindChoices() async throws -> [String] {
        try await isConfined ? model.functions.names : model.jobKinds()
    }
}
