import DjetModel
import DjetStore

/// Passes on how far a job is, a few times a second and never in the job's way.
final class ProgressReporter: Sendable {
    private struct State {
        var pending: JobProgress?
        var isPassingOn = false
    }

    private static let interval = Duration.milliseconds(200)

    private let state = Guarded(State())
    private let send: @Sendable (JobProgress) async -> Void

    init(send: @escaping @Sendable (JobProgress) async -> Void) {
        self.send = send
    }

    func report(_ progress: JobProgress) {
        let mustBegin = state.withLock { state in
            state.pending = progress
            defer { state.isPassingOn = true }
            return !state.isPassingOn
        }
        if mustBegin { Task { await passOn() } }
    }

    private func passOn() async {
        while let progress = next() {
            await send(progress)
            try? await Task.sleep(for: Self.interval)
        }
    }

    private func next() -> JobProgress? {
        state.withLock { state in
            defer {
                state.isPassingOn = state.pending != nil
                state.pending = nil
            }
            return state.pending
        }
    }
}
