/// The times after which a store gives up: nothing waits for ever on the network.
///
/// A statement of the caller's own has no limit while its server lives. The listening connection is the judge of that: it asks
/// for a sign of life every `pulse`, and a server that gives none for `silence` counts as gone, with all connections to it.
public struct StoreLimits: Sendable, Hashable {
    /// The longest that opening a connection takes, names looked up and all hosts tried. 30 seconds by default.
    public var opening: Duration
    /// The longest that a statement of Djet's own takes: an offload, a claim, a report of a worker. A minute by default.
    public var answer: Duration
    /// The longest that a commit takes. Five minutes by default: it may wait for a standby, or for deferred constraints.
    public var commit: Duration
    /// The longest that the request to cancel a statement takes. 10 seconds by default.
    public var cancel: Duration
    /// The longest that a round of what is done on the listening connection takes, such as a beat. 10 seconds by default: no
    /// ring is heard meanwhile.
    public var duty: Duration
    /// The pause between two signs of life that the listening connection asks for. 3 seconds by default.
    public var pulse: Duration
    /// The longest that a server may owe a sign of life. 5 seconds by default.
    public var silence: Duration

    /// Limits, each its default unless told otherwise.
    public init(
        opening: Duration = .seconds(30), answer: Duration = .seconds(60), commit: Duration = .seconds(300),
        cancel: Duration = .seconds(10), duty: Duration = .seconds(10), pulse: Duration = .seconds(3),
        silence: Duration = .seconds(5)
    ) {
        self.opening = opening
        self.answer = answer
        self.commit = commit
        self.cancel = cancel
        self.duty = duty
        self.pulse = pulse
        self.silence = silence
    }
}
