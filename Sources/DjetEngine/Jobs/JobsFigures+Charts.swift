import DjetModel

extension JobsFigures {
    /// Returns the chart of the jobs that ended.
    func throughput(id: String) -> TimeChart {
        chart(
            id, "Jobs ended, \(period.title.lowercased())", .bars, "jobs in \(period.barTitle)",
            [
                ChartSeries(label: "finished", look: 1, values: bars.map { Double($0.finished) }),
                ChartSeries(label: "error", look: 2, values: bars.map { Double($0.error) }),
                ChartSeries(label: "cancelled", look: 3, values: bars.map { Double($0.cancelled) }),
            ])
    }

    /// Returns the chart of the jobs that failed.
    func failures(id: String) -> TimeChart {
        chart(
            id, "Jobs failed, \(period.title.lowercased())", .bars, "jobs in \(period.barTitle)",
            [ChartSeries(label: "error", look: 2, values: bars.map { Double($0.error) })])
    }

    /// Returns the chart of the average waiting and running times.
    func times(id: String) -> TimeChart {
        var chart = chart(
            id, "Waiting and running times, \(period.title.lowercased())", .lines, "average time",
            [
                ChartSeries(label: "waited", look: 1, values: bars.map(\.waited)),
                ChartSeries(label: "ran", look: 3, values: bars.map(\.ran)),
            ])
        chart.write = { Written.duration($0) }
        chart.smallestStep = 0.001
        return chart
    }

    private func chart(
        _ id: String, _ title: String, _ form: TimeChart.Form, _ unit: String, _ series: [ChartSeries]
    ) -> TimeChart {
        TimeChart(
            id: id, title: title, form: form, series: series, times: bars.map(\.since),
            span: period.barSeconds, unit: unit)
    }
}
