import Foundation
import Testing

@testable import DjetEngine

@Suite struct ChartPeriodTests {
    /// 2026-11-22 12:00:30 UTC.
    private static let now = Date(timeIntervalSince1970: 1_795_348_830)

    @Test(arguments: [
        (ChartPeriod.hour, 90.0), (ChartPeriod.day, 930.0), (ChartPeriod.week, 7_230.0),
        (ChartPeriod.fortnight, 14_430.0),
    ])
    func theLastBarHasAMinuteThatIsOver(period: ChartPeriod, age: Double) {
        let times = period.times(until: Self.now)
        #expect(times.count == period.barCount)
        #expect(times.last.map { Self.now.timeIntervalSince($0) } == age)
        let later = period.times(until: Self.now.addingTimeInterval(60))
        #expect(later.last.map { Self.now.timeIntervalSince($0) } == 30, "12:00 itself is over then")
    }
}
