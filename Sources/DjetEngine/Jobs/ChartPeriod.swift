import DjetModel
import Foundation

/// How far back the charts go.
enum ChartPeriod: String, Codable, Sendable, CaseIterable {
    case hour, day, week, fortnight

    /// What the tally is read by.
    var tallySpan: TallySpan {
        switch self {
        case .hour, .day: .minute
        case .week, .fortnight: .hour
        }
    }

    /// How long each bar stands for, in seconds.
    var barSeconds: Double {
        switch self {
        case .hour: 60
        case .day: 900
        case .week: 7_200
        case .fortnight: 14_400
        }
    }

    /// How many bars there are.
    var barCount: Int {
        switch self {
        case .hour: 60
        case .day: 96
        case .week, .fortnight: 84
        }
    }

    /// What people call it.
    var title: String {
        switch self {
        case .hour: "Last hour"
        case .day: "Last day"
        case .week: "Last week"
        case .fortnight: "Last two weeks"
        }
    }

    /// What people call a bar.
    var barTitle: String {
        switch self {
        case .hour: "a minute"
        case .day: "a quarter of an hour"
        case .week: "two hours"
        case .fortnight: "four hours"
        }
    }

    /// When each bar begins; the last one is that of the last minute that is over: the tally knows no later one.
    func times(until now: Date) -> [Date] {
        let last = ((now.timeIntervalSince1970 - 60) / barSeconds).rounded(.down) * barSeconds
        return (0..<barCount).map { index in
            Date(timeIntervalSince1970: last - Double(barCount - 1 - index) * barSeconds)
        }
    }
}
