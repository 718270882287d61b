/// All who want to be told, and what the present connection listens to for their sake.
///
/// There may be thousands: neither a ring nor a newcomer walks over all of them.
struct Subscribers {
    /// What the connection has to be told next, and who is to be told afterwards.
    struct Change {
        var listen: [String] = []
        var unlisten: [String] = []
        var newcomers: [UInt64] = []
    }

    private var all: [UInt64: Subscriber] = [:]
    private var byChannel: [String: [UInt64]] = [:]
    private var listening: Set<String> = []
    /// Channels that may have to be listened to from now on, or no longer.
    private var touched: Set<String> = []
    /// Who has not been told that listening has begun on the present connection.
    private var newcomers: [UInt64] = []

    var count: Int { all.count }

    mutating func add(_ subscriber: Subscriber, as id: UInt64) {
        all[id] = subscriber
        newcomers.append(id)
        for channel in subscriber.channels {
            byChannel[channel, default: []].append(id)
            touched.insert(channel)
        }
    }

    mutating func remove(_ id: UInt64) {
        guard let subscriber = all.removeValue(forKey: id) else { return }
        for channel in subscriber.channels {
            byChannel[channel]?.removeAll { $0 == id }
            guard byChannel[channel]?.isEmpty == true else { continue }
            byChannel[channel] = nil
            touched.insert(channel)
        }
    }

    mutating func removeAll() -> [Subscriber] {
        defer { self = Subscribers() }
        return Array(all.values)
    }

    func subscribers(of channel: String) -> [Subscriber] {
        byChannel[channel]?.compactMap { all[$0] } ?? []
    }

    /// So many channels may be listened to in vain: to end that costs as much as to begin.
    private static let patience = 100

    /// Whether there is something that the connection has to be told now.
    var hasChange: Bool { !newcomers.isEmpty || touched.count > Self.patience }

    /// What has changed since the last time. From now on it counts as done.
    mutating func takeChange() -> Change {
        var change = Change()
        for channel in touched {
            let isWanted = byChannel[channel] != nil
            guard isWanted != listening.contains(channel) else { continue }
            if isWanted {
                change.listen.append(channel)
                listening.insert(channel)
            } else {
                change.unlisten.append(channel)
                listening.remove(channel)
            }
        }
        touched.removeAll()
        change.newcomers = newcomers
        newcomers.removeAll()
        return change
    }

    func tells(of ids: [UInt64]) -> [@Sendable (Ring?) -> Void] {
        ids.compactMap { all[$0]?.tell }
    }

    var tellsOfAll: [@Sendable (Ring?) -> Void] { all.values.map(\.tell) }

    /// The connection is gone: on the next one everything is new.
    mutating func startOver() {
        listening.removeAll()
        touched = Set(byChannel.keys)
        newcomers = Array(all.keys)
    }
}
