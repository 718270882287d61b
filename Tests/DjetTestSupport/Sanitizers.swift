import Foundation

/// The sanitizers' settings, which the processes that tests start need too.
package let sanitizerEnvironment = ProcessInfo.processInfo.environment.filter {
    ["TSAN_OPTIONS", "ASAN_OPTIONS"].contains($0.key)
}

/// True if the tests run under a sanitizer, whose own memory says nothing of Djet's.
package let isSanitized = !sanitizerEnvironment.isEmpty
