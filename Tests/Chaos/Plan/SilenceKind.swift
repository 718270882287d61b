/// A way in which a server falls silent: it neither answers nor breaks.
enum SilenceKind: String, CaseIterable, Sendable {
    /// The network swallows all bytes of its connections. Its address leads to its successor as soon as there
    /// is one.
    case swallow
    /// The processes stand still, while the kernel acknowledges what it is sent. Its address still leads to
    /// it.
    case freeze
}
