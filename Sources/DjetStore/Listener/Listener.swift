import Logging

/// The one connection of a process that listens.
///
/// It connects when the first channel is requested, proves by a ring to itself that rings arrive, and proves
/// it again on every beat and after every break. A connection that cannot prove it is replaced.
///
/// It also judges the server's life: if a sign of life is overdue for too long, the server counts as gone,
/// and the store gives up all connections to it.
public final class Listener: Sendable {
    struct State {
        var subscribers = Subscribers()
        var hooks: [UInt64: HeartbeatHook] = [:]
        var nextID: UInt64 = 0
        var connection: Connection?
        var task: Task<Void, Never>?
        var isClosed = false
        /// The clock of the beats.
        var clock: Alarm?
        /// The last echo that was heard.
        var echo: String?
        /// The number of connections that have listened.
        var session: UInt64 = 0
        var proof: Proof?
        /// The work that has fallen due on the connection and is not done.
        var dueWork = DueWork()
        /// Receives the connections that are lost, and the reason.
        var onVerdict: Verdict?
    }

    /// The last sign of life, by which all earlier rings have been heard.
    package struct Proof: Sendable {
        /// The number of the listening connection: rings missed between two connections are unknown to the
        /// second.
        package let session: UInt64
        /// The time of the sign.
        package let time: ContinuousClock.Instant
    }

    /// Receives the connections that are lost, and the reason.
    typealias Verdict = @Sendable (_ isLost: (Connection) -> Bool, StoreError) -> Void

    /// Kinds of work on the listening connection; what falls due again before it is done counts once.
    struct DueWork: OptionSet, Sendable {
        static let beat = DueWork(rawValue: 1)
        static let pulse = DueWork(rawValue: 2)

        let rawValue: Int

        /// Returns all of it and counts it as done.
        mutating func take() -> DueWork {
            defer { self = [] }
            return self
        }
    }

    let state = Guarded(State())
    let connectionString: String
    let beatInterval: Duration
    let limits: StoreLimits
    let logger: Logger
    /// Signals that there is work; the work itself is kept in the state, where a flood of changes cannot
    /// crowd it out.
    let wakeUps: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation

    /// Creates a listener. Heartbeats come every 60 seconds by default.
    init(
        connectionString: String, beatInterval: Duration = .seconds(60), limits: StoreLimits = StoreLimits(),
        logger: Logger
    ) {
        self.connectionString = connectionString
        self.beatInterval = beatInterval
        self.limits = limits
        self.logger = logger
        (wakeUps, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Returns the rings of some channels, after a first `.began`.
    ///
    /// A name that PostgreSQL does not accept as a channel (empty, or longer than 63 bytes) never rings.
    public func rings(on channels: [String]) -> Rings {
        rings(on: channels, keeping: 64)
    }

    /// The same, with a buffer of `limit` rings. Readers that look at everything on each ring need one: it
    /// stands for all before it.
    package func rings(on channels: [String], keeping limit: Int) -> Rings {
        let (stream, tell) = AsyncStream.makeStream(
            of: RingEvent.self, bufferingPolicy: .bufferingNewest(limit))
        let subscription = listen(to: channels) { event in
            if let event { tell.yield(event) } else { tell.finish() }
        }
        return Rings(stream: stream, subscription: subscription)
    }

    /// The same without a sequence: calls `tell` for each ring, and a last time with nil when the listener is
    /// closed. `tell` must not wait. The subscription lasts as long as the returned value is held.
    package func listen(
        to channels: [String], _ tell: @escaping @Sendable (RingEvent?) -> Void
    ) -> Subscription {
        let (id, isClosed) = state.withLock { state in
            state.nextID += 1
            let subscriber = Subscriber(
                channels: Array(Set(channels.filter(Self.canRing))), tell: tell)
            if !state.isClosed { state.subscribers.add(subscriber, as: state.nextID) }
            return (state.nextID, state.isClosed)
        }
        if isClosed { tell(nil) }
        start()
        return Subscription(id: id) { [weak self] in self?.leave($0) }
    }

    /// Adds a hook, which begins on the present connection and on each one after it. Returns its number.
    @discardableResult
    package func take(on hook: HeartbeatHook) -> UInt64 {
        let id = state.withLock { state in
            state.nextID += 1
            state.hooks[state.nextID] = hook
            return state.nextID
        }
        start()
        // Its first beat may be due before the next scheduled one.
        startClock()
        return id
    }

    /// Removes a hook.
    package func letGo(of hook: UInt64) {
        state.withLock { _ = $0.hooks.removeValue(forKey: hook) }
    }

    /// The number of current subscriptions.
    package var subscriberCount: Int { state.withLock({ $0.subscribers.count }) }

    /// Calls `tell` when a server is found to be silent, or another one has taken its place.
    func onVerdict(_ tell: @escaping Verdict) {
        state.withLock { $0.onVerdict = tell }
    }

    /// Begins to listen, if nothing has yet, to find out whether the server lives.
    func judge() {
        if state.withLock({ $0.task == nil }) { start() }
    }

    /// The last sign of life; nil while nothing listens. State cached until a ring comes is reliable only
    /// while this is recent.
    package var proof: Proof? { state.withLock({ $0.proof }) }

    /// The connection that listens at present; nil while there is none.
    package var connection: Connection? { state.withLock({ $0.connection }) }

    /// Stops listening and closes the connection. All sequences end.
    public func close() async {
        let (task, connection, subscribers) = state.withLock { state in
            state.isClosed = true
            return (state.task, state.connection, state.subscribers.removeAll())
        }
        for subscriber in subscribers { subscriber.tell(nil) }
        connection?.close()
        wake.finish()
        task?.cancel()
        await task?.value
    }

    /// Tells a channel's subscribers of a ring.
    func hear(_ channel: String, saying word: String) {
        if channel == Self.lookChannel { return tellAllToLook() }
        let listeners = state.withLock { state -> [Subscriber] in
            if channel.hasPrefix(Self.echoPrefix) { state.echo = channel }
            return state.subscribers.subscribers(of: channel)
        }
        for listener in listeners { listener.tell(.rang(channel: channel, saying: word)) }
    }

    /// Wakes the task that owns the connection, for due work or changes.
    func wakeUp(for work: DueWork = []) {
        state.withLock { $0.dueWork.formUnion(work) }
        wake.yield()
    }

    static let echoPrefix = "djet:echo."
    /// The channel that rings when other rings may be lost, so that all subscribers look.
    static let lookChannel = "djet:look"

    private func tellAllToLook() {
        let tells = state.withLock { $0.subscribers.tellsOfAll }
        for tell in tells { tell(.began) }
    }

    // One bad name would keep the connection from listening to all others.
    private static func canRing(_ channel: String) -> Bool {
        (1...63).contains(channel.utf8.count) && !channel.utf8.contains(0)
    }

    private func leave(_ id: UInt64) {
        state.withLock { $0.subscribers.remove(id) }
        wake.yield()
    }

    private func start() {
        state.withLock { state in
            guard state.task == nil, !state.isClosed else { return }
            state.task = Task(executorPreference: Reactor.shared) { [self] in await run() }
        }
        wake.yield()
    }
}
