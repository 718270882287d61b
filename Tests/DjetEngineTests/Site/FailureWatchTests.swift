import Logging
import Testing

@testable import DjetEngine

@Suite struct FailureWatchTests {
    @Test func onlyAFaultOfTheProgramIsAnError() {
        #expect(FailureWatch.level(of: 500) == .error)
        for status in [501, 503, 504, 507] { #expect(FailureWatch.level(of: status) == .warning) }
    }
}
