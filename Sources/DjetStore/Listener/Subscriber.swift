/// A receiver of some channels' rings.
struct Subscriber {
    /// The channels, each once.
    let channels: [String]
    /// Receives each ring, and a last nil when the listener is closed. It must not wait.
    let tell: @Sendable (Ring?) -> Void
}
