import DjetModel
import Foundation
import Testing

@testable import DjetEngine

@Suite struct ChartWindowTests {
    /// 2026-11-22 12:00:30 UTC.
    private static let now = Date(timeIntervalSince1970: 1_795_348_830)

    private func window(_ age: Double, _ length: Double) -> ChartWindow {
        let since = Self.now.addingTimeInterval(-age)
        return ChartWindow(since: since, until: since.addingTimeInterval(length), now: Self.now)
    }

    @Test(arguments: [
        (3_600.0, 300.0, 60.0, TallySpan.minute), (40_000, 7_200, 120, .minute),
        (90_000, 50_400, 600, .minute), (400_000, 7_200, 3_600, .hour),
        (1_300_000, 100_800, 3_600, .hour), (1_300_000, 1_200_000, 14_400, .hour),
    ])
    func itsBarsAreAsShortAsThereAreTalliesFor(age: Double, length: Double, bar: Double, span: TallySpan) {
        let window = window(age, length)
        #expect(window.barSeconds == bar)
        #expect(window.span == span)
        #expect(window.barCount <= 120)
    }

    @Test func itHoldsAllOfTheTimeInWholeBars() {
        let window = window(40_000, 7_000)
        #expect(window.since <= Self.now.addingTimeInterval(-40_000))
        #expect(window.until >= Self.now.addingTimeInterval(-33_000))
        #expect(window.since.timeIntervalSince1970.remainder(dividingBy: window.barSeconds) == 0)
        #expect(window.times.count == window.barCount)
    }

    @Test func ofAVeryLongTimeItHoldsTheEnd() {
        let window = window(3e8, 3e8)
        #expect(window.barCount == 120 && window.barSeconds == 86_400)
        #expect(window.until >= Self.now)
    }

    @Test func onlyWhatHasFinerFiguresIsDivided() {
        for period in ChartPeriod.allCases {
            #expect(ChartWindow(period, until: Self.now).isDivisible(Self.now), "\(period)")
        }
        #expect(!window(3_600, 300).isDivisible(Self.now), "minutes are the finest")
        #expect(!window(400_000, 50_400).isDivisible(Self.now), "hours are the finest")
    }
}
