import Logging

/// The one connection of a process that listens.
///
/// It connects when the first channel is asked for, proves by a ring to itself that rings arrive, and proves
/// it again on every beat and after every break. A connection that cannot prove it is replaced.
///
/// It is the judge of the server's life, too: a server that owes it a sign of life for too long counts as gone, and the store
/// gives up all connections to it.
public final class Listener: Sendable {
    struct State {
        var subscribers = Subscribers()
        var duties: [UInt64: ListenerDuty] = [:]
        var nextID: UInt64 = 0
        var connection: Connection?
        var task: Task<Void, Never>?
        var isClosed = false
        /// Counts the seconds to the next beat.
        var clock: Task<Void, any Error>?
        /// The last ring to itself that was heard.
        var echo: String?
        /// Counts the connections that have listened.
        var session: UInt64 = 0
        var proof: Proof?
        /// What has fallen due on the connection.
        var dues = ListenerDues()
        /// Told which connections are lost, and why.
        var onVerdict: Verdict?
    }

    /// The last sign of life by which everything that rang before has been heard.
    package struct Proof: Sendable {
        /// The number of the listening connection: what was missed in between is not known on the next.
        package let session: UInt64
        /// When it came.
        package let time: ContinuousClock.Instant
    }

    /// Told which connections are lost, and why.
    typealias Verdict = @Sendable (_ isLost: (Connection) -> Bool, StoreError) -> Void

    let state = Guarded(State())
    let connectionString: String
    let beatInterval: Duration
    let limits: StoreLimits
    let logger: Logger
    /// Says no more than that there is something to do: what it is stands in the state, where a flood of changes cannot
    /// crowd it out.
    let wakeUps: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation

    /// Beats come every 60 seconds unless told otherwise.
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

    /// The rings of some channels, after a first `.began`.
    ///
    /// A name that PostgreSQL does not take for a channel (empty, or longer than 63 bytes) never rings.
    public func rings(on channels: [String]) -> Rings {
        rings(on: channels, keeping: 64)
    }

    /// The same for those who look for everything at each ring: one that has not been taken yet stands for
    /// all before it.
    package func rings(on channels: [String], keeping limit: Int) -> Rings {
        let (stream, tell) = AsyncStream.makeStream(of: Ring.self, bufferingPolicy: .bufferingNewest(limit))
        let subscription = listen(to: channels) { ring in
            if let ring { tell.yield(ring) } else { tell.finish() }
        }
        return Rings(stream: stream, subscription: subscription)
    }

    /// The same without a sequence: `tell` is called for each ring, and with nil, for the last time, when the
    /// listener is closed. It must not wait for anything. It holds as long as what is returned.
    package func listen(
        to channels: [String], _ tell: @escaping @Sendable (Ring?) -> Void
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

    /// Adds a duty, which begins on the present connection, and on each one after it. Returns its number.
    @discardableResult
    package func take(on duty: ListenerDuty) -> UInt64 {
        let id = state.withLock { state in
            state.nextID += 1
            state.duties[state.nextID] = duty
            return state.nextID
        }
        start()
        // It may want its first beat earlier than the next one comes.
        startClock()
        return id
    }

    /// Lets go of a duty.
    package func letGo(of duty: UInt64) {
        state.withLock { _ = $0.duties.removeValue(forKey: duty) }
    }

    /// How many sequences of rings somebody holds.
    package var subscriberCount: Int { state.withLock({ $0.subscribers.count }) }

    /// Calls `tell` when a server is found to be silent, or another one has taken its place.
    func onVerdict(_ tell: @escaping Verdict) {
        state.withLock { $0.onVerdict = tell }
    }

    /// Begins to listen, if nobody has asked for that yet, to find out whether the server lives.
    func judge() {
        if state.withLock({ $0.task == nil }) { start() }
    }

    /// The last sign of life; nil while nothing listens. What is kept in memory until a ring comes is to be relied upon only
    /// for as long as that is young.
    package var proof: Proof? { state.withLock({ $0.proof }) }

    /// The connection that listens at present; nil while there is none.
    package var connection: Connection? { state.withLock({ $0.connection }) }

    /// Stops listening. All sequences end.
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

    /// Tells those who listen to a channel.
    func hear(_ channel: String, saying word: String) {
        if channel == Self.lookChannel { return tellAllToLook() }
        let listeners = state.withLock { state -> [Subscriber] in
            if channel.hasPrefix(Self.echoPrefix) { state.echo = channel }
            return state.subscribers.subscribers(of: channel)
        }
        for listener in listeners { listener.tell(.rang(channel: channel, saying: word)) }
    }

    /// Wakes the task that owns the connection, for what has fallen due or has changed.
    func wakeUp(for due: ListenerDues = []) {
        state.withLock { $0.dues.formUnion(due) }
        wake.yield()
    }

    static let echoPrefix = "djet:echo."
    /// Rings when other rings may have been lost, and everybody is to look.
    static let lookChannel = "djet:look"

    private func tellAllToLook() {
        let tells = state.withLock { $0.subscribers.tellsOfAll }
        for tell in tells { tell(.began) }
    }

    // One bad name would keep the connection from listening to all the others.
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
