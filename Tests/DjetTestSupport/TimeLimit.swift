import Foundation
package import Testing

/// Time limits for tests.
package enum TimeLimit {
    /// Returns `count` seconds; ten times as many under a sanitizer, which slows all code.
    package static func seconds(_ count: Int) -> Duration {
        .seconds(isSanitized ? count * 10 : count)
    }
}

extension Trait where Self == TimeLimitTrait {
    /// Limits a test that would hang if its subject were broken. The limit counts from the start of all
    /// tests.
    package static var endsWithTheSuite: Self { .timeLimit(.minutes(60)) }
}

/// The sanitizers' settings, which the processes that tests start need too.
package let sanitizerEnvironment = ProcessInfo.processInfo.environment.filter {
    ["TSAN_OPTIONS", "ASAN_OPTIONS"].contains($0.key)
}

/// True if the tests run under a sanitizer, whose own memory says nothing of Djet's.
package let isSanitized = !sanitizerEnvironment.isEmpty
