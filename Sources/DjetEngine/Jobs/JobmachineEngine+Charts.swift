import DjetModel
import Foundation

extension JobmachineEngine {
    var charts: [Route] {
        [
            Route(
                .get, "charts",
                "Charts of the jobs that ended and failed, and of their waiting and running times",
                query: [
                    QueryField(
                        "period", .choice(ChartPeriod.allCases.map(\.rawValue)),
                        "The period (default: a day)."),
                    QueryField("since", .time, "The beginning of the time, instead of a period."),
                    QueryField("until", .time, "The end of the time that begins at `since` (default: now)."),
                    QueryField("queue", .text, "Only jobs of this queue."),
                    QueryField("kind", .text, "Only jobs of this kind."),
                ], answer: .page(JobsCharts.self), action: showCharts)
        ]
    }

    private func showCharts(_ visit: Visit) async throws -> Reply {
        watch.tally.tend(visit.site.model)
        let (queue, kind) = (visit.query["queue"], visit.query["kind"])
        let (window, period) = try visit.chartWindow()
        let charts = try await readCharts(window, period, queue: queue, kind: kind, visit)
        let figures = charts.figures
        var page = JobsCharts(figures: figures, total: figures.total, queue: queue, kind: kind, form: nil)
        if visit.wantsHTML {
            async let queues = visit.queueChoices(selected: queue)
            async let kinds = visit.model.jobKinds()
            page.form = JobsChartsForm(
                charts, queues: try await queues, kinds: try await kinds,
                JobSearch(queue: queue, kind: kind), visit)
        }
        return .page("jobs/charts", title: "Charts", page)
    }
}

extension Visit {
    /// Returns the window that the query states, and its period, if it names one.
    fileprivate func chartWindow() throws -> (ChartWindow, ChartPeriod?) {
        let now = model.now
        let asked = try checked(JobSearch(since: query.time("since"), until: query.time("until")))
        guard let since = asked.since else {
            let period = query["period"].flatMap(ChartPeriod.init) ?? .day
            return (ChartWindow(period, until: now), period)
        }
        let until = min(asked.until ?? now, now)
        guard since < until else {
            throw ModelError.invalid("“since” must be in the past, and before “until”")
        }
        return (ChartWindow(since: since, until: until, now: now), nil)
    }
}

extension JobsChartsForm {
    fileprivate init(
        _ charts: FigureCharts, queues: [JobsChoice], kinds: [String], _ filter: JobSearch, _ visit: Visit
    ) {
        let (path, now, period) = (visit.path("charts"), visit.model.now, charts.figures.period)
        let part: @Sendable (Date, Date) -> String = { since, until in
            path + filter.during(since, until).question()
        }
        var charts = charts
        charts.zoom = charts.window.isDivisible(now) ? part : nil
        self.init(
            period: period?.rawValue,
            window: period == nil ? Window(charts.window, filter, visit, part) : nil,
            periods: ChartPeriod.allCases.map { each in
                Period(
                    title: each.title, path: path + filter.question(["period": each.rawValue]),
                    isHere: each == period)
            }, queues: queues, kinds: kinds, throughput: charts.throughput(id: "throughput").svg,
            times: charts.times(id: "times").svg, failures: charts.failures(id: "failures").svg,
            bars: charts.figures.bars.filter { $0.finished + $0.error + $0.cancelled > 0 })
    }
}

extension JobsChartsForm.Window {
    fileprivate init(
        _ window: ChartWindow, _ filter: JobSearch, _ visit: Visit, _ path: (Date, Date) -> String
    ) {
        let (since, until, now) = (window.since, window.until, visit.model.now)
        let length = window.seconds
        self.init(
            since: since, until: until, earlierPath: path(since.addingTimeInterval(-length), since),
            laterPath: until < now ? path(until, until.addingTimeInterval(length)) : nil,
            widerPath: path(since.addingTimeInterval(-length), until.addingTimeInterval(length)),
            jobsPath: visit.path() + filter.during(since, until).question())
    }
}

extension JobSearch {
    /// Returns the search for a time.
    fileprivate func during(_ since: Date, _ until: Date) -> JobSearch {
        var copy = self
        (copy.since, copy.until) = (since, until)
        return copy
    }
}
