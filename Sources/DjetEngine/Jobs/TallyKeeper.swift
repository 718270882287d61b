import DjetModel
import DjetStore
import Foundation
import Logging

/// Brings the tally up to date in the background, now and then, while somebody looks at a page that shows it.
final class TallyKeeper: Sendable {
    private struct State {
        var last = Date.distantPast
        var isUnderWay = false
    }

    /// The least seconds between updates. A minute is counted once it is over: more often is of no use.
    private static let interval = 5.0

    private let state = Guarded(State())

    /// Starts an update, unless one has started just now. Nobody waits for it: counts add the jobs that the
    /// tally lacks, and charts show them a moment later.
    func tend(_ model: Model) {
        let now = model.now
        let isDue = state.withLock { state in
            guard !state.isUnderWay, now.timeIntervalSince(state.last) >= Self.interval else { return false }
            state.last = now
            state.isUnderWay = true
            return true
        }
        guard isDue else { return }
        Task {
            do {
                try await model.rollUp()
            } catch {
                model.logger.debug("the ended jobs were not tallied", metadata: ["error": "\(error)"])
            }
            state.withLock { $0.isUnderWay = false }
        }
    }
}
