import DjetStore

/// The clients that are connected to a web server. If there is no room for another one, the client that has
/// been silent for the longest makes it.
final class Clients: Sendable {
    fileprivate struct State {
        var clients: [UInt64: ConnectedClient] = [:]
        var byAddress: [String: Set<UInt64>] = [:]
        var nextID: UInt64 = 0
        /// The number of dismissed clients that may take a moment to read why.
        var leaving = 0
    }

    /// The most dismissed clients that are waited for. A flood of them would use up the file descriptors that
    /// are left.
    private static let mostLeaving = 50

    /// The outcome for a client that connects.
    enum Admission {
        case admitted(id: UInt64)
        case refused(Farewell)
    }

    let limits: ConnectionLimits
    private let isBehindProxies: Bool
    private let state = Guarded(State())

    /// - Parameter isBehindProxies: true if the clients are trusted proxies, which speak for others.
    init(_ limits: ConnectionLimits, isBehindProxies: Bool) {
        self.limits = limits
        self.isBehindProxies = isBehindProxies
    }

    /// The number of connected clients.
    var count: Int { state.withLock(\.clients.count) }

    /// Admits a client, if there is room or some can be made.
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
                // Several at a time, so that not every arrival is compared with all clients.
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

    /// Returns true if a dismissed client may take a moment to read why. Call `endsLeave` afterwards.
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

    /// Ends the connections of late clients.
    func sweep(at now: ContinuousClock.Instant) {
        for client in state.withLock({ Array($0.clients.values) })
        where client.pace.withLock({ $0.lateness(at: now, limits) }) != nil {
            client.end(.late)
        }
    }

    /// Returns how many clients of an address may be connected; nil if any number may.
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

    /// Removes and returns the clients that have been silent for the longest, except those that are being
    /// answered.
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
