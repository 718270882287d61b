/// Why a listener's sequence goes on. Either way, it means: look at the tables.
public enum Ring: Sendable, Hashable {
    /// Listening has begun, now or again after a break, during which rings may have been missed.
    case began
    /// The channel rang. What the ring says is a hint, for those who need not look for everything.
    case rang(channel: String, saying: String = "")
}
