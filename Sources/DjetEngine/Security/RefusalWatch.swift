import DjetModel
import DjetStore
import Foundation
import Logging

/// Tells the log and the audit of requests that were answered by 401 or 403.
///
/// No answer waits for the audit: `run` makes its entries.
final class RefusalWatch: Sendable {
    private struct State {
        var counts = RefusalCounts()
        /// What the audit has not been told yet.
        var waiting: [Model.ManyEntry] = []
    }

    /// The action under which the audit has them.
    static let action = "request.refused"
    /// No more than so many entries wait for a database that is slow.
    private static let mostWaiting = 1_000
    /// How long a database that could not be reached is left alone.
    private static let pause = Duration.seconds(2)
    /// So long the last entries may take when the server stops.
    private static let grace = Duration.seconds(2)

    private let model: Model
    private let state = Guarded(State())
    private let minutes = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    private let entries = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))

    init(_ model: Model) {
        self.model = model
    }

    /// Notes one, unless others of its kind have been told of in the same minute: then it is counted.
    func note(_ kind: RefusalCounts.Kind) {
        tell(state.withLock { $0.counts.count(kind, at: model.now) })
        minutes.continuation.yield()
    }

    /// Makes the entries, and tells the numbers at the end of each minute in which there were any, until the task is
    /// cancelled. Then it tells the rest.
    func run() async {
        await withTaskGroup(of: Void.self) { tasks in
            tasks.addTask { await self.countMinutes() }
            for await _ in entries.stream { await enter() }
            tasks.cancelAll()
        }
        tell(state.withLock { $0.counts.end() })
        await enterTheRest()
    }

    private func countMinutes() async {
        for await _ in minutes.stream {
            guard (try? await Task.sleep(for: .seconds(60))) != nil else { return }
            tell(state.withLock { $0.counts.end() })
        }
    }

    private func tell(_ told: [RefusalCounts.Told]) {
        guard !told.isEmpty else { return }
        for refusal in told { log(refusal) }
        let new = told.map(Self.entry)
        let isRoom = state.withLock { state in
            guard state.waiting.count + new.count <= Self.mostWaiting else { return false }
            state.waiting += new
            return true
        }
        if isRoom { entries.continuation.yield() } else { logMissing("too many wait for the database") }
    }

    private func enter() async {
        let new = state.withLock { state in
            defer { state.waiting = [] }
            return state.waiting
        }
        guard !new.isEmpty else { return }
        do {
            try await model.enter(Self.action, new)
        } catch let error as StoreError where error.code == .refused && !Task.isCancelled {
            logMissing("\(error)")
        } catch {
            state.withLock { $0.waiting = new + $0.waiting }
            // Once the task is cancelled this takes no time, and the rest is entered at the end.
            try? await Task.sleep(for: Self.pause)
            entries.continuation.yield()
        }
    }

    /// In a task of its own: the one that runs has been cancelled.
    private func enterTheRest() async {
        let rest = Task { await enter() }
        let limit = Task {
            try await Task.sleep(for: Self.grace)
            rest.cancel()
        }
        await rest.value
        limit.cancel()
        if state.withLock({ !$0.waiting.isEmpty }) { logMissing("the database did not answer in time") }
    }

    private func log(_ told: RefusalCounts.Told) {
        var metadata: Logger.Metadata = ["count": "\(told.count)"]
        if let kind = told.kind {
            metadata["status"] = "\(kind.status)"
            metadata["method"] = "\(kind.method)"
            metadata["path"] = "\(kind.path)"
            metadata["user"] = kind.user.map { "\($0)" }
            metadata["address"] = kind.address.map { "\($0)" }
        }
        model.logger.notice("requests were refused", metadata: metadata)
    }

    private func logMissing(_ reason: String) {
        model.logger.error("audit entries are missing", metadata: ["error": "\(reason)"])
    }

    private static func entry(_ told: RefusalCounts.Told) -> Model.ManyEntry {
        var detail: [String: JSONValue] = ["count": .number(.init(told.count))]
        guard let kind = told.kind else {
            return Model.ManyEntry(user: nil, target: "", detail: detail, address: nil)
        }
        detail["status"] = .number(.init(kind.status))
        detail["method"] = .text(kind.method)
        return Model.ManyEntry(user: kind.user, target: kind.path, detail: detail, address: kind.address)
    }
}
