import Foundation

/// Time limits for tests.
package enum Patience {
    /// Returns `count` seconds; ten times as many under a sanitizer, which slows all code.
    package static func seconds(_ count: Int) -> Duration {
        let environment = ProcessInfo.processInfo.environment
        let isSanitized = environment["TSAN_OPTIONS"] != nil || environment["ASAN_OPTIONS"] != nil
        return .seconds(isSanitized ? count * 10 : count)
    }
}
