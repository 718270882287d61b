import DjetModel
import DjetStore
import Foundation
import Logging

/// The visits that last: event streams, long polls and downloads. Each ends as soon as its visitor has fewer
/// rights than they came with: signed out, disabled, token revoked, role lost, rule changed, confined to
/// tenants.
final class LastingVisits: Sendable {
    private struct Entry {
        let pass: Pass
        let end: @Sendable () -> Void
    }

    private struct State {
        var entries: [UInt64: Entry] = [:]
        var nextID: UInt64 = 0
        var heard: UInt64 = 0
        /// The end of a visitor's session or token by time: no ring tells of it.
        var due: ContinuousClock.Instant?
        /// The time since which no look has succeeded, nil if none is due. Nobody knows meanwhile if the
        /// visits may go on.
        var doubt: ContinuousClock.Instant?

        mutating func look(by time: ContinuousClock.Instant) { due = min(due ?? time, time) }

        /// Begins a look and returns the visits to check. Visits that enter from now on are due by `enter`.
        mutating func beginLook(at now: ContinuousClock.Instant) -> [Entry] {
            due = nil
            doubt = entries.isEmpty ? nil : doubt ?? now
            return Array(entries.values)
        }

        mutating func endLook(nextBy time: ContinuousClock.Instant?) {
            doubt = nil
            if let time { look(by: time) }
        }
    }

    /// The time in which rings are gathered for one look.
    private static let gathering = Duration.milliseconds(100)
    /// The longest that a session or a token that ended by time goes unnoticed.
    private static let patience = Duration.seconds(60)

    private let state = Guarded(State())
    private let looks = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))

    /// The number of losses of rights heard of. Read it before a visitor is looked up.
    var heard: UInt64 { state.withLock(\.heard) }

    /// The time of the next look without a ring.
    var due: ContinuousClock.Instant? { state.withLock(\.due) }

    /// The number of visits.
    var count: Int { state.withLock(\.entries.count) }

    /// Enters a visit and returns its id. Calls `end`, once or more often, when the visitor has lost a right,
    /// until `leave`.
    func enter(_ pass: Pass, _ end: @escaping @Sendable () -> Void) -> UInt64 {
        let (id, isLate) = state.withLock { state in
            state.nextID += 1
            state.entries[state.nextID] = Entry(pass: pass, end: end)
            if pass.session != nil || pass.token != nil { state.look(by: .now + Self.patience) }
            return (state.nextID, state.heard != pass.heard)
        }
        if isLate { looks.continuation.yield() }
        return id
    }

    func leave(_ id: UInt64) {
        state.withLock { _ = $0.entries.removeValue(forKey: id) }
    }

    /// Notes that a right may have been lost, and looks after the visits soon.
    func hears() {
        state.withLock { $0.heard += 1 }
        looks.continuation.yield()
    }

    /// Listens for losses of rights and looks after the visits, until the task is cancelled. Losses by the
    /// tree come through `hears`.
    ///
    /// - Parameter freshness: the longest that a visit goes on while nobody can tell if it may.
    func run(_ model: Model, freshness: Duration) async {
        await withTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                for await _ in model.store.listener.rings(on: [Model.rightsChannel]) { self.hears() }
            }
            tasks.addTask { await self.keepWatch(model.store.listener, max(freshness, .seconds(1))) }
            for await _ in looks.stream {
                await look(model)
                try? await Task.sleep(for: Self.gathering)
            }
            tasks.cancelAll()
        }
    }

    /// Looks when a session or a token ends by time, and while no ring would be heard. Ends all visits when
    /// no look has succeeded for too long.
    private func keepWatch(_ listener: Listener, _ freshness: Duration) async {
        while !Task.isCancelled {
            try? await Task.sleep(for: min(freshness / 2, Self.patience))
            let now = ContinuousClock.now
            let isHeard = listener.proof.map { $0.time.duration(to: now) < freshness } ?? false
            let (due, doubt) = state.withLock { ($0.due, $0.doubt) }
            if let doubt, doubt.duration(to: now) > freshness { endAll() }
            if !isHeard || due.map({ $0 <= now }) == true { looks.continuation.yield() }
        }
    }

    /// Ends all visits: whoever may go on comes back.
    func endAll() {
        for entry in state.withLock({ Array($0.entries.values) }) { entry.end() }
    }

    private func look(_ model: Model) async {
        let entries = state.withLock { $0.beginLook(at: .now) }
        guard !entries.isEmpty else { return }
        do {
            let sessions = Set(entries.compactMap(\.pass.session)),
                tokens = Set(entries.compactMap(\.pass.token))
            let visitors = try await model.visitors(sessions: Array(sessions), tokens: Array(tokens))
            // The tree in memory may not have heard of the change yet.
            let tree = try await model.tree()
            endLook(visitors, model)
            let standings = Standings(visitors)
            for entry in entries where !entry.pass.isGood(standings.of(entry.pass), in: tree) {
                entry.end()
            }
        } catch {
            guard !Task.isCancelled else { return }
            model.logger.warning(
                "the rights of open streams could not be checked", metadata: ["error": "\(error)"])
            try? await Task.sleep(for: .seconds(1))
            looks.continuation.yield()
        }
    }

    private func endLook(_ visitors: [VisitorRecord], _ model: Model) {
        let seconds = visitors.map { $0.endsAt.timeIntervalSince(model.now) }.min()
        state.withLock { $0.endLook(nextBy: seconds.map { .now + .bounded(seconds: $0) }) }
    }
}

extension LastingVisits {
    /// The roles and tenants of the visitors whose sessions and tokens are valid.
    private struct Standings {
        private var sessions: [Int64: Pass.Standing] = [:]
        private var tokens: [Int64: Pass.Standing] = [:]

        init(_ visitors: [VisitorRecord]) {
            for visitor in visitors {
                let standing = Pass.Standing(roles: visitor.roles, tenants: visitor.tenants)
                if let id = visitor.sessionId { sessions[id] = standing }
                if let id = visitor.tokenId { tokens[id] = standing }
            }
        }

        /// Returns the standing of a visitor; nil if their session or token is over. A guest has no granted
        /// roles.
        func of(_ pass: Pass) -> Pass.Standing? {
            if let token = pass.token { return tokens[token] }
            if let session = pass.session { return sessions[session] }
            return Pass.Standing(roles: [], tenants: [])
        }
    }
}
