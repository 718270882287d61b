/// The reason why a listener's sequence goes on. Either one means: look at the tables.
public enum Ring: Sendable, Hashable {
    /// Listening has begun, or begun again after a break, during which rings may have been missed.
    case began
    /// The channel rang. Its word is a hint, for readers that need not look at everything.
    case rang(channel: String, saying: String = "")
}
