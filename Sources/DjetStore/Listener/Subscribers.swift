/// All subscribers, and the channels that the present connection listens to for them.
///
/// There may be thousands: neither a ring nor a newcomer walks over all of them.
struct Subscribers {
    /// The commands for the connection, and the subscribers to tell afterwards.
    struct Change {
        var listen: [String] = []
        var unlisten: [String] = []
        var newcomers: [UInt64] = []
    }

    private var all: [UInt64: Subscriber] = [:]
    private var byChannel: [String: [UInt64]] = [:]
    private var listening: Set<String> = []
    /// Channels that may have gained their first or lost their last subscriber.
    private var touched: Set<String> = []
    /// Subscribers not yet told that listening has begun on the present connection.
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

    /// The number of channels that may be listened to in vain, since ending that costs as much as beginning.
    private static let patience = 100

    /// True if the connection must be told something now.
    var hasChange: Bool { !newcomers.isEmpty || touched.count > Self.patience }

    /// Returns the changes since the last call, which count as done from now on.
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

    func tells(of ids: [UInt64]) -> [@Sendable (RingEvent?) -> Void] {
        ids.compactMap { all[$0]?.tell }
    }

    var tellsOfAll: [@Sendable (RingEvent?) -> Void] { all.values.map(\.tell) }

    /// Marks everything as new for the next connection, after the present one is gone.
    mutating func startOver() {
        listening.removeAll()
        touched = Set(byChannel.keys)
        newcomers = Array(all.keys)
    }
}

/// A receiver of some channels' rings.
struct Subscriber {
    /// The channels, each once.
    let channels: [String]
    /// Receives each ring, and a last nil when the listener is closed. It must not wait.
    let tell: @Sendable (RingEvent?) -> Void
}
