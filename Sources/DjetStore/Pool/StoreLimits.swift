/// The times after which a store gives up, so that nothing waits for ever on the network.
///
/// A statement of the caller's own has no limit while its server lives. The listening connection judges that:
/// it asks for a sign of life every `pulse`, and a server that gives none for `silence` counts as gone, with
/// all connections to it.
public struct StoreLimits: Sendable, Hashable {
    /// The longest time to open a connection, including name lookup and all hosts. 30 seconds by default.
    public var opening: Duration
    /// The longest time for one of Djet's own statements: an offload, a claim, a worker's report. A minute by
    /// default.
    public var answer: Duration
    /// The longest time for a commit. Five minutes by default, since it may wait for a standby or for
    /// deferred constraints.
    public var commit: Duration
    /// The longest time for a request to cancel a statement. 10 seconds by default.
    public var cancel: Duration
    /// The longest time for a round of work on the listening connection, such as a beat. 10 seconds by
    /// default: no ring is heard meanwhile.
    public var listening: Duration
    /// The pause between two requested signs of life. 3 seconds by default.
    public var pulse: Duration
    /// The longest time that a sign of life may be overdue. 5 seconds by default.
    public var silence: Duration

    /// Creates limits, each with its default unless given.
    public init(
        opening: Duration = .seconds(30), answer: Duration = .seconds(60), commit: Duration = .seconds(300),
        cancel: Duration = .seconds(10), listening: Duration = .seconds(10), pulse: Duration = .seconds(3),
        silence: Duration = .seconds(5)
    ) {
        self.opening = opening
        self.answer = answer
        self.commit = commit
        self.cancel = cancel
        self.listening = listening
        self.pulse = pulse
        self.silence = silence
    }
}
