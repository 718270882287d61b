import DjetStore

/// All who are connected to a web server. When there is no room for another one, who has said nothing for the
/// longest makes it.
final class Clients: Sendable {
    fileprivate struct State {
        var clients: [UInt64: ConnectedClient] = [:]
        var byAddress: [String: Set<UInt64>] = [:]
        var nextID: UInt64 = 0
        /// Those who have been told to go, and may take a moment to read it.
        var leaving = 0
    }

    /// No more than so many are waited for when they have to go: a flood of them would take the files that are left.
    private static let mostLeaving = 50

    /// What becomes of somebody who connects.
    enum Admission {
        case admitted(id: UInt64)
        case refused(Farewell)
    }

    let limits: ConnectionLimits
    private let isBehindProxies: Bool
    private let state = Guarded(State())

    /// - Parameter isBehindProxies: whether those who connect are trusted proxies, which speak for others.
    init(_ limits: ConnectionLimits, isBehindProxies: Bool) {
        self.limits = limits
        self.isBehindProxies = isBehindProxies
    }

    /// How many there are.
    var count: Int { state.withLock(\.clients.count) }

    /// Takes somebody in, if there is room or some can be made.
    func admit(_ client: ConnectedClient) -> Admission {
        let key = client.addressKey
        let limit = client.address.flatMap(limit)
        let (admission, leaving) = state.withLock { state -> (Admission, [ConnectedClient]) in
            var leaving: [ConnectedClient] = []
            if let limit, let there = state.byAddress[key], there.count >= limit {
                leaving = state.quietest(1, among: there)
                if leaving.isEmpty { return (.refused(.tooManyFromThere), []) }
            }
            if state.clients.count >= limits.clients {
                // Some at a time, so that not everybody who comes has to be compared with all.
                leaving += state.quietest(max(limits.clients / 100, 1), among: state.clients.keys)
                if leaving.isEmpty { return (.refused(.full), leaving) }
            }
            return (.admitted(id: state.add(client)), leaving)
        }
        for client in leaving { client.end(.displaced) }
        return admission
    }

    func leave(_ id: UInt64) {
        state.withLock { $0.remove(id) }
    }

    /// Whether somebody who has to go may take a moment to read why. Then `endsLeave` is to follow.
    func mayTakeLeave() -> Bool {
        state.withLock { state in
            guard state.leaving < Self.mostLeaving else { return false }
            state.leaving += 1
            return true
        }
    }

    func endsLeave() {
        state.withLock { $0.leaving -= 1 }
    }

    /// Ends the connections of those who are late.
    func sweep(at now: ContinuousClock.Instant) {
        for client in state.withLock({ Array($0.clients.values) })
        where client.pace.withLock({ $0.lateness(at: now, limits) }) != nil {
            client.end(.late)
        }
    }

    /// How many may be connected from an address; nil if any number may.
    private func limit(for address: String) -> Int? {
        if isBehindProxies { return nil }
        if let limit = limits.clientsPerAddress { return limit }
        return AddressKey.isLoopback(address) ? nil : ConnectionLimits.standardPerAddress
    }
}

extension Clients.State {
    fileprivate mutating func add(_ client: ConnectedClient) -> UInt64 {
        nextID += 1
        clients[nextID] = client
        byAddress[client.addressKey, default: []].insert(nextID)
        return nextID
    }

    fileprivate mutating func remove(_ id: UInt64) {
        guard let client = clients.removeValue(forKey: id) else { return }
        let key = client.addressKey
        byAddress[key]?.remove(id)
        if byAddress[key]?.isEmpty == true { byAddress[key] = nil }
    }

    /// Takes out those who have said nothing for the longest, and are not being answered.
    fileprivate mutating func quietest(
        _ amount: Int, among ids: some Sequence<UInt64>
    ) -> [ConnectedClient] {
        let quiet = ids.compactMap { id in
            clients[id]?.pace.withLock(\.quietSince).map { (since: $0, id: id) }
        }
        let chosen =
            amount == 1 ? quiet.min { $0.since < $1.since }.map { [$0] } ?? [] : Self.first(amount, quiet)
        return chosen.compactMap { entry in
            let client = clients[entry.id]
            remove(entry.id)
            return client
        }
    }

    private static func first(
        _ amount: Int, _ quiet: [(since: ContinuousClock.Instant, id: UInt64)]
    ) -> [(since: ContinuousClock.Instant, id: UInt64)] {
        Array(quiet.sorted { $0.since < $1.since }.prefix(amount))
    }
}
