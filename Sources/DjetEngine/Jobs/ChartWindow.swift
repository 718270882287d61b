import DjetModel
import Foundation

/// The time that the charts cover, cut into bars.
struct ChartWindow: Sendable, Hashable {
    /// The beginning of the first bar.
    let since: Date
    /// The length of a bar in seconds.
    let barSeconds: Double
    /// The number of bars.
    let barCount: Int
    /// The span of the tallies behind the bars.
    let span: TallySpan

    /// The lengths of bars in seconds.
    private static let lengths: [Double] = [
        60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400,
    ]
    /// The most bars: more would be too thin to point at.
    private static let most = 120.0
    /// The age in seconds up to which there are surely tallies of minutes; they are kept for two days.
    private static let oldestMinute = 47 * 3_600.0
}

extension ChartWindow {
    /// The window of a period that ends now.
    init(_ period: ChartPeriod, until now: Date) {
        self.init(
            since: period.times(until: now)[0], barSeconds: period.barSeconds, barCount: period.barCount,
            span: period.tallySpan)
    }

    /// The window that holds the time from `since` to `until` in at most 120 bars, as short as there are
    /// tallies for. Of more than 120 days it holds the last ones.
    init(since: Date, until: Date, now: Date) {
        let finest = Self.finest(since, now)
        let length = until.timeIntervalSince(since)
        let fits = Self.lengths.first { $0 >= finest && length <= $0 * (Self.most - 1) }
        let bar = fits ?? 86_400
        let end = (until.timeIntervalSince1970 / bar).rounded(.up)
        let begin = max((since.timeIntervalSince1970 / bar).rounded(.down), end - Self.most)
        self.init(
            since: Date(timeIntervalSince1970: begin * bar), barSeconds: bar,
            barCount: max(Int(end - begin), 1), span: finest < 3_600 ? .minute : .hour)
    }

    private static func finest(_ since: Date, _ now: Date) -> Double {
        now.timeIntervalSince(since) < oldestMinute ? 60 : 3_600
    }

    /// The end of the last bar.
    var until: Date { since.addingTimeInterval(seconds) }
    /// The length in seconds.
    var seconds: Double { barSeconds * Double(barCount) }

    /// The start of each bar.
    var times: [Date] { (0..<barCount).map { since.addingTimeInterval(barSeconds * Double($0)) } }

    /// True if a twelfth of it has finer figures to show.
    func isDivisible(_ now: Date) -> Bool {
        let size = (Double(barCount) / 12).rounded(.up)
        return size * barSeconds >= 5 * Self.finest(since, now)
    }

    /// The length of a bar for people.
    var barTitle: String {
        switch barSeconds {
        case 60: Words.key("a minute")
        case 120: Words.key("two minutes")
        case 300: Words.key("five minutes")
        case 600: Words.key("ten minutes")
        case 900: Words.key("a quarter of an hour")
        case 1_800: Words.key("half an hour")
        case 3_600: Words.key("an hour")
        case 7_200: Words.key("two hours")
        case 14_400: Words.key("four hours")
        case 28_800: Words.key("eight hours")
        default: Words.key("a day")
        }
    }
}
