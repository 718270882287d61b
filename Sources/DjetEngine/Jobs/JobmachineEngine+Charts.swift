import DjetModel

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
                    QueryField("queue", .text, "Only jobs of this queue."),
                    QueryField("kind", .text, "Only jobs of this kind."),
                ], answer: .page(JobsCharts.self), action: showCharts)
        ]
    }

    private func showCharts(_ visit: Visit) async throws -> Reply {
        watch.tally.tend(visit.site.model)
        let period = visit.query["period"].flatMap(ChartPeriod.init) ?? .day
        let (queue, kind) = (visit.query["queue"], visit.query["kind"])
        let figures = try await figures(period, queue: queue, kind: kind, visit)
        var charts = JobsCharts(figures: figures, total: figures.total, queue: queue, kind: kind, form: nil)
        if visit.wantsHTML {
            async let queues = visit.queueChoices(selected: queue)
            async let kinds = visit.model.jobKinds()
            charts.form = JobsChartsForm(
                figures, queues: try await queues, kinds: try await kinds,
                JobSearch(queue: queue, kind: kind), visit)
        }
        return .page("jobs/charts", title: "Charts", charts)
    }
}

extension JobsChartsForm {
    fileprivate init(
        _ figures: JobsFigures, queues: [JobsChoice], kinds: [String], _ filter: JobSearch, _ visit: Visit
    ) {
        let path = visit.path("charts")
        self.init(
            period: figures.period.rawValue,
            periods: ChartPeriod.allCases.map { period in
                Period(
                    title: period.title, path: path + filter.question(["period": period.rawValue]),
                    isHere: period == figures.period)
            }, queues: queues, kinds: kinds, throughput: figures.throughput(id: "throughput").svg,
            times: figures.times(id: "times").svg, failures: figures.failures(id: "failures").svg)
    }
}
