import DjetModel
import Foundation

/// The period that the charts cover.
enum ChartPeriod: String, Codable, Sendable, CaseIterable {
    case hour, day, week, fortnight

    /// The span of the tallies behind the bars.
    var tallySpan: TallySpan {
        switch self {
        case .hour, .day: .minute
        case .week, .fortnight: .hour
        }
    }

    /// The length of a bar in seconds.
    var barSeconds: Double {
        switch self {
        case .hour: 60
        case .day: 900
        case .week: 7_200
        case .fortnight: 14_400
        }
    }

    /// The number of bars.
    var barCount: Int {
        switch self {
        case .hour: 60
        case .day: 96
        case .week, .fortnight: 84
        }
    }

    /// The title for people.
    var title: String {
        switch self {
        case .hour: Words.key("Last hour")
        case .day: Words.key("Last day")
        case .week: Words.key("Last week")
        case .fortnight: Words.key("Last two weeks")
        }
    }

    /// Returns the start of each bar. The last bar holds the last minute that is over: the tally knows no
    /// later one.
    func times(until now: Date) -> [Date] {
        let last = ((now.timeIntervalSince1970 - 60) / barSeconds).rounded(.down) * barSeconds
        return (0..<barCount).map { index in
            Date(timeIntervalSince1970: last - Double(barCount - 1 - index) * barSeconds)
        }
    }
}
