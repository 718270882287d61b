/// Who wants to be told when some channels ring.
struct Subscriber {
    /// Each once.
    let channels: [String]
    /// Told of each ring; nil is the last: the listener was closed. It must not wait for anything.
    let tell: @Sendable (Ring?) -> Void
}
