/// How a client gets on with what it sends and takes. Only time in which the server waits for it counts.
struct ClientPace {
    typealias Instant = ContinuousClock.Instant

    /// In what a client is late.
    enum Lateness {
        /// It is connected, and has asked for nothing for long.
        case silent
        /// The head of its request is not complete.
        case head
        /// The body of its request comes too slowly.
        case body
        /// It does not take what it is sent.
        case deaf
    }

    private enum Reading {
        case nothing
        case head(since: Instant)
        case body
    }

    private var reading: Reading
    /// The requests whose head has come and whose answer has not ended.
    private var open = 0
    /// Whether a part of an answer has gone out, and not all of it.
    private(set) var isAnswering = false
    /// When it last sent something, or had been answered.
    private var heard: Instant
    /// Since when the server waits for bytes.
    private var asked: Instant?
    private var waited = Duration.zero
    private var bytes = 0
    private var stuck: Instant?

    /// Whoever connects is to begin with a request.
    init(at now: Instant) {
        reading = .head(since: now)
        heard = now
    }

    /// Whether something of a request has come that nobody answers yet.
    private(set) var hasBegun = false

    // MARK: What happens

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

    // MARK: What follows

    /// In what it is late; nil if it is not.
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

    /// Too little has come in one span of waiting, or enough in one and nothing in the next.
    private func isBodyLate(_ waiting: Duration, _ limits: ConnectionLimits) -> Bool {
        if Double(bytes) < limits.bodySpanBytes { return waiting > limits.bodySpan }
        return limits.bodyRate > 0 && waiting > limits.bodySpan * 2
    }

    /// Since when it has said nothing, if it may have to make room; nil if it is being answered.
    var quietSince: Instant? {
        if case .body = reading { return open > 1 || isAnswering ? nil : heard }
        return open > 0 ? nil : heard
    }
}
