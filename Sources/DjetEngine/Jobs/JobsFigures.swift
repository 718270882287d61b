import DjetModel
import Foundation

/// How many jobs ended over a time, how long they waited and ran: what the charts are made of.
struct JobsFigures: Codable, Sendable {
    struct Bar: Codable, Sendable {
        var since: Date
        var finished: Int
        var error: Int
        var cancelled: Int
        /// The seconds that those which finished or failed had waited, on average; null if there were none.
        var waited: Double?
        /// The seconds that they had run, on average; null if there were none.
        var ran: Double?
    }

    var period: ChartPeriod
    var bars: [Bar]

    /// Puts tallies into bars.
    init(_ tallies: [Tally], _ period: ChartPeriod, until now: Date) {
        self.period = period
        let times = period.times(until: now)
        let begin = times.first?.timeIntervalSince1970 ?? 0
        let grouped = Dictionary(grouping: tallies) { tally in
            Int(((tally.since.timeIntervalSince1970 - begin) / period.barSeconds).rounded(.down))
        }
        bars = times.enumerated().map { index, time in Bar(time, grouped[index] ?? []) }
    }

    /// All of them together.
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
