import DjetModel
import Foundation

/// The pictures of figures.
struct FigureCharts {
    let figures: JobsFigures
    let window: ChartWindow
    /// The language of the pictures.
    var words = Words.english
    /// Returns the address of the charts of a part of the time; nil for charts without links.
    var zoom: (@Sendable (_ since: Date, _ until: Date) -> String)?

    /// Returns the chart of the jobs that ended.
    func throughput(id: String) -> TimeChart {
        chart(
            id, "Jobs ended", .bars, "jobs in \(window.barTitle)",
            [
                ChartSeries(label: "finished", look: 1, values: figures.bars.map { Double($0.finished) }),
                ChartSeries(label: "error", look: 2, values: figures.bars.map { Double($0.error) }),
                ChartSeries(label: "cancelled", look: 3, values: figures.bars.map { Double($0.cancelled) }),
            ])
    }

    /// Returns the chart of the jobs that failed.
    func failures(id: String) -> TimeChart {
        chart(
            id, "Jobs failed", .bars, "jobs in \(window.barTitle)",
            [ChartSeries(label: "error", look: 2, values: figures.bars.map { Double($0.error) })])
    }

    /// Returns the chart of the average waiting and running times.
    func times(id: String) -> TimeChart {
        var chart = chart(
            id, "Waiting and running times", .lines, "average time",
            [
                ChartSeries(label: "waited", look: 1, values: figures.bars.map(\.waited)),
                ChartSeries(label: "ran", look: 3, values: figures.bars.map(\.ran)),
            ])
        chart.format = { Written.duration($0, $1) }
        chart.smallestStep = 0.001
        return chart
    }

    private func chart(
        _ id: String, _ title: String, _ form: TimeChart.Form, _ unit: String, _ series: [ChartSeries]
    ) -> TimeChart {
        let period = figures.period.map { ", \(words($0.title).lowercased())" } ?? ""
        return TimeChart(
            id: id, title: words(title) + period, form: form, series: series,
            times: figures.bars.map(\.since),
            span: window.barSeconds, unit: unit, words: words, zoom: zoom)
    }
}
