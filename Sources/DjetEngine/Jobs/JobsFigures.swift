import DjetModel
import Foundation

/// The figures behind the charts: the jobs that ended over a time, and their waiting and running times.
struct JobsFigures: Codable, Sendable {
    struct Bar: Codable, Sendable {
        var since: Date
        var finished: Int
        var error: Int
        var cancelled: Int
        /// The average waiting time, in seconds, of the jobs that finished or failed; null if there were
        /// none.
        var waited: Double?
        /// The average running time of the same jobs, in seconds; null if there were none.
        var ran: Double?
    }

    /// The period; null for a time that the query states.
    var period: ChartPeriod?
    /// The end of the last bar.
    var until: Date
    /// The length of a bar in seconds.
    var barSeconds: Double
    var bars: [Bar]

    /// Groups tallies into the bars of a window, which is that of the period, if there is one.
    init(_ tallies: [Tally], _ window: ChartWindow, _ period: ChartPeriod? = nil) {
        self.period = period
        (until, barSeconds) = (window.until, window.barSeconds)
        let grouped = Dictionary(grouping: tallies) { tally in
            Int((tally.since.timeIntervalSince(window.since) / window.barSeconds).rounded(.down))
        }
        bars = window.times.enumerated().map { index, time in Bar(time, grouped[index] ?? []) }
    }

    /// The sum of all bars.
    var total: Bar { Bar(bars.first?.since ?? .distantPast, adding: bars) }
}

extension JobsFigures.Bar {
    fileprivate init(_ since: Date, _ tallies: [Tally]) {
        func amount(_ status: JobStatus) -> Int {
            tallies.filter { $0.status == status }.map(\.amount).reduce(0, +)
        }
        let run = tallies.filter { $0.status != .cancelled }
        let count = Double(run.map(\.amount).reduce(0, +))
        self.init(
            since: since, finished: amount(.finished), error: amount(.error), cancelled: amount(.cancelled),
            waited: count > 0 ? max(run.map(\.waited).reduce(0, +) / count, 0) : nil,
            ran: count > 0 ? max(run.map(\.ran).reduce(0, +) / count, 0) : nil)
    }

    fileprivate init(_ since: Date, adding bars: [JobsFigures.Bar]) {
        func average(_ value: (JobsFigures.Bar) -> Double?) -> Double? {
            let count = bars.map { $0.finished + $0.error }.reduce(0, +)
            let sum = bars.map { (value($0) ?? 0) * Double($0.finished + $0.error) }.reduce(0, +)
            return count > 0 ? sum / Double(count) : nil
        }
        self.init(
            since: since, finished: bars.map(\.finished).reduce(0, +), error: bars.map(\.error).reduce(0, +),
            cancelled: bars.map(\.cancelled).reduce(0, +), waited: average(\.waited), ran: average(\.ran))
    }
}
