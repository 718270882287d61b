import Foundation

/// The times that tests hold the product to.
enum Patience {
    /// So many seconds; ten times as many under a sanitizer, which makes all code so much slower.
    static func seconds(_ count: Int) -> Duration {
        let environment = ProcessInfo.processInfo.environment
        let isSanitized = environment["TSAN_OPTIONS"] != nil || environment["ASAN_OPTIONS"] != nil
        return .seconds(isSanitized ? count * 10 : count)
    }
}
