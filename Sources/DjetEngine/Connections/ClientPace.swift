/// The pace at which a client sends and takes bytes. Only time in which the server waits for it counts.
struct ClientPace {
    typealias Instant = ContinuousClock.Instant

    /// The way in which a client is late.
    enum Lateness {
        /// It is connected, but has asked for nothing for too long.
        case silent
        /// The head of its request is incomplete.
        case head
        /// The body of its request comes too slowly.
        case body
        /// It does not take its answer.
        case deaf
    }

    private enum Reading {
        case nothing
        case head(since: Instant)
        case body
    }

    private var reading: Reading
    /// The number of requests whose head has arrived and whose answer has not ended.
    private var open = 0
    /// True while an answer has gone out in part.
    private(set) var isAnswering = false
    /// The time when the client last sent something, or an answer ended.
    private var heard: Instant
    /// The time since which the server waits for bytes; nil while it does not.
    private var asked: Instant?
    private var waited = Duration.zero
    private var bytes = 0
    private var stuck: Instant?

    /// Begins with the head of a request, which a new client has to send.
    init(at now: Instant) {
        reading = .head(since: now)
        heard = now
    }

    /// True from the first bytes of a request to the end of its answer.
    private(set) var hasBegun = false

    // MARK: Events

    mutating func asks(at now: Instant) {
        if asked == nil { asked = now }
    }

    mutating func hears(_ count: Int, at now: Instant, _ limits: ConnectionLimits) {
        heard = now
        hasBegun = true
        switch reading {
        case .nothing: reading = .head(since: now)
        case .head: break
        case .body:
            if let asked { waited += asked.duration(to: now) }
            bytes += count
            if waited >= limits.bodySpan, Double(bytes) >= limits.bodySpanBytes { startSpan() }
        }
        asked = nil
    }

    mutating func headEnds() {
        reading = .body
        open += 1
        startSpan()
    }

    mutating func requestEnds() {
        reading = .nothing
    }

    mutating func answerBegins() {
        isAnswering = true
    }

    mutating func answerEnds(at now: Instant) {
        open = max(open - 1, 0)
        isAnswering = false
        hasBegun = false
        heard = now
    }

    mutating func isStuck(_ flag: Bool, at now: Instant) {
        stuck = flag ? now : nil
    }

    private mutating func startSpan() {
        (waited, bytes) = (.zero, 0)
    }

    // MARK: Conclusions

    /// Returns the way in which the client is late; nil if it is not.
    func lateness(at now: Instant, _ limits: ConnectionLimits) -> Lateness? {
        if let stuck, stuck.duration(to: now) > limits.patience { return .deaf }
        switch reading {
        case .head(let since): return since.duration(to: now) > limits.head ? .head : nil
        case .body:
            return isBodyLate(waited + (asked?.duration(to: now) ?? .zero), limits) ? .body : nil
        case .nothing:
            return open == 0 && heard.duration(to: now) > limits.patience ? .silent : nil
        }
    }

    /// Returns true if too little has come in one span of waiting, or enough in one and nothing in the next.
    private func isBodyLate(_ waiting: Duration, _ limits: ConnectionLimits) -> Bool {
        if Double(bytes) < limits.bodySpanBytes { return waiting > limits.bodySpan }
        return limits.bodyRate > 0 && waiting > limits.bodySpan * 2
    }

    /// The time since which the client has been silent, if it may be displaced; nil while it is being
    /// answered.
    var quietSince: Instant? {
        if case .body = reading { return open > 1 || isAnswering ? nil : heard }
        return open > 0 ? nil : heard
    }
}
