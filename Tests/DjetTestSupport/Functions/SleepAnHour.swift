package import DjetModel

/// Sleeps until it is cancelled.
package struct SleepAnHour: ModelFunction {
    package static let name = "test.sleep-an-hour"
    package static let commit = Commit.detached
    package static let retry = Retry(attempts: 3, first: .milliseconds(1))

    package init() {}

    package func run(in model: Model) async throws -> Nothing {
        await model.report(done: 0, note: "here")
        // Cancellation alone ends it; the time is beyond any test's.
        try await Task.sleep(for: .seconds(3600))
        return Nothing()
    }
}
