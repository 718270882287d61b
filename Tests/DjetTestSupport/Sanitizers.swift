import Foundation

/// What tells a sanitizer how to behave. The processes that tests start need it, too.
package let sanitizerEnvironment = ProcessInfo.processInfo.environment.filter {
    ["TSAN_OPTIONS", "ASAN_OPTIONS"].contains($0.key)
}

/// Whether the tests run under a sanitizer, whose own memory says nothing of Djet's.
package let isSanitized = !sanitizerEnvironment.isEmpty
