import DjetModel
import DjetStore
import Foundation
import Logging

/// The visits that last: event streams, long polls and downloads. It ends each as soon as its visitor has fewer rights than
/// they came with: signed out, disabled, token revoked, role lost, rule changed.
final class LastingVisits: Sendable {
    private struct Entry {
        let pass: Pass
        let end: @Sendable () -> Void
    }

    private struct State {
        var entries: [UInt64: Entry] = [:]
        var nextID: UInt64 = 0
        var heard: UInt64 = 0
        /// When a session or a token ends that somebody came with: no ring tells of it.
        var due: ContinuousClock.Instant?
        /// Since when a look takes, or fails: nobody knows meanwhile whether the visits may go on.
        var doubt: ContinuousClock.Instant?

        mutating func look(by time: ContinuousClock.Instant) { due = min(due ?? time, time) }

        /// Returns whom to look after. Those who enter from now on are due by what `enter` says.
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

    /// Rings that come within this time are looked after together.
    private static let gathering = Duration.milliseconds(100)
    /// How long the end of a session or a token by time may be overlooked.
    private static let patience = Duration.seconds(60)

    private let state = Guarded(State())
    private let looks = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))

    /// How many losses of rights have been heard of. Whoever looks a visitor up takes it before.
    var heard: UInt64 { state.withLock(\.heard) }

    /// When to look without being told by a ring.
    var due: ContinuousClock.Instant? { state.withLock(\.due) }

    /// How many there are.
    var count: Int { state.withLock(\.entries.count) }

    /// Calls `end`, once or more often, when the visitor has lost a right, until they leave.
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

    /// A right may have been lost: looks after the visits soon.
    func hears() {
        state.withLock { $0.heard += 1 }
        looks.continuation.yield()
    }

    /// Hears of losses and looks after the visits, until the task is cancelled. Of losses by the tree it is told.
    ///
    /// - Parameter freshness: the longest that a visit goes on while nobody can tell whether it may.
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

    /// Looks when a session or a token ends by time, and while no ring would be heard; and ends all visits when no look
    /// has come about for too long.
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

    private func endAll() {
        for entry in state.withLock({ Array($0.entries.values) }) { entry.end() }
    }

    private func look(_ model: Model) async {
        let entries = state.withLock { $0.beginLook(at: .now) }
        guard !entries.isEmpty else { return }
        do {
            let sessions = Set(entries.compactMap(\.pass.session)),
                tokens = Set(entries.compactMap(\.pass.token))
            let visitors = try await model.visitors(sessions: Array(sessions), tokens: Array(tokens))
            // Not the tree in memory: it may not have heard yet.
            let tree = try await model.tree()
            endLook(visitors, model)
            let roles = Roles(visitors)
            for entry in entries where !entry.pass.isGood(roles: roles.of(entry.pass), in: tree) {
                entry.end()
            }
        } catch {
            guard !Task.isCancelled else { return }
            model.logger.warning(
                "nobody knows whether open streams may go on", metadata: ["error": "\(error)"])
            try? await Task.sleep(for: .seconds(1))
            looks.continuation.yield()
        }
    }

    private func endLook(_ visitors: [VisitorRecord], _ model: Model) {
        let seconds = visitors.map { max($0.endsAt.timeIntervalSince(model.now), 0) }.min()
        state.withLock { $0.endLook(nextBy: seconds.map { .now + .seconds($0) }) }
    }
}

extension LastingVisits {
    /// The roles of those who are still there.
    private struct Roles {
        private var sessions: [Int64: Set<String>] = [:]
        private var tokens: [Int64: Set<String>] = [:]

        init(_ visitors: [VisitorRecord]) {
            for visitor in visitors {
                if let id = visitor.sessionId { sessions[id] = visitor.roles }
                if let id = visitor.tokenId { tokens[id] = visitor.roles }
            }
        }

        /// Nil if they are gone. A stranger has the roles of everybody, which are no granted ones.
        func of(_ pass: Pass) -> Set<String>? {
            if let token = pass.token { return tokens[token] }
            if let session = pass.session { return sessions[session] }
            return []
        }
    }
}
