import DjetModel
import DjetStore
import Foundation
import Logging

/// Has the tally brought up to date behind a page's back, now and then, when somebody looks at it.
final class TallyKeeper: Sendable {
    private struct State {
        var last = Date.distantPast
        var isUnderWay = false
    }

    /// A minute is counted once it is over, so that more often would be of no use.
    private static let interval = 5.0

    private let state = Guarded(State())

    /// Begins to, unless it was done just now. Nobody waits for it: counts add what is not in the tally yet, and
    /// charts show it a moment later.
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
                try await model.tallyUp()
            } catch {
                model.logger.debug("not tallied", metadata: ["error": "\(error)"])
            }
            state.withLock { $0.isUnderWay = false }
        }
    }
}
