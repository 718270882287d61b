import DjetJSON
import DjetModel
import DjetStore
import Foundation
import Logging

/// Reports requests that were answered with 401 or 403 to the log and the audit.
///
/// No answer waits for the audit: `run` makes its entries.
final class RefusalWatch: Sendable {
    private struct State {
        var counts = RefusalCounts()
        /// The entries that the audit has not received yet.
        var waiting: [Model.ManyEntry] = []
    }

    /// The action of the audit's entries.
    static let action = "request.refused"
    /// The most entries that wait for a slow database.
    private static let mostWaiting = 1_000
    /// The wait after an attempt to reach the database failed.
    private static let pause = Duration.seconds(2)
    /// The most time that the last entries may take when the server stops.
    private static let grace = Duration.seconds(2)

    private let model: Model
    private let state = Guarded(State())
    private let minutes = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    private let entries = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))

    init(_ model: Model) {
        self.model = model
    }

    /// Reports a request, or counts it if its kind has been reported in the same minute.
    func note(_ kind: RefusalCounts.Kind) {
        tell(state.withLock { $0.counts.count(kind, at: model.now) })
        minutes.continuation.yield()
    }

    /// Makes the entries and reports the counts at the end of each minute, until the task is cancelled. Then
    /// it reports the rest.
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
        if isRoom {
            entries.continuation.yield()
        } else {
            logMissing("too many requests wait for the database")
        }
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
            // In a cancelled task this takes no time; the rest is entered at the end.
            try? await Task.sleep(for: Self.pause)
            entries.continuation.yield()
        }
    }

    /// Enters the rest in a task of its own: the running one has been cancelled.
    private func enterTheRest() async {
        let rest = Task { await enter() }
        await withAlarm(after: Self.grace) {
            await rest.value
        } onAlarm: {
            rest.cancel()
        }
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
